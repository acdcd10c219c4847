"""GNU Mailman 3 with full personalisation (the member's address in To, in the envelope sender and in the footer), with a var directory of its own."""

import os
import pathlib
import shutil
import signal
import smtplib
import subprocess
import time

import mails
from sink import Failed, Sink, free_port

PROGRAMS = pathlib.Path("/usr/lib/mailman3/bin")
LIST = "news@lists.example.org"
CONFIGURATION = """
[mailman]
site_owner: owner@example.org
layout: bench
[paths.bench]
var_dir: {var}
bin_dir: {programs}
[database]
class: mailman.database.sqlite.SQLiteDatabase
url: sqlite:///{var}/data/mailman.db
[webservice]
port: {rest}
[mta]
incoming: mailman.mta.null.NullMTA
outgoing: mailman.mta.deliver.deliver
smtp_host: 127.0.0.1
smtp_port: {smtp}
lmtp_host: 127.0.0.1
lmtp_port: {lmtp}
verp_personalized_deliveries: yes
"""
# Run inside Mailman, because adding members one by one from outside takes longer than mailing them.
PREPARE = """
from mailman.config import config
from mailman.interfaces.action import Action
from mailman.interfaces.mailinglist import Personalization
from mailman.interfaces.usermanager import IUserManager
from mailman.utilities.datetime import now
from zope.component import getUtility


def prepare(mlist):
    mlist.personalize = Personalization.full
    mlist.default_nonmember_action = Action.accept
    mlist.send_welcome_message = False
    for line in open({members!r}):
        address = getUtility(IUserManager).create_address(line.strip(), "Member")
        address.verified_on = now()
        mlist.subscribe(address)
    config.db.commit()
"""


def missing():
    """Why it cannot run here, or nothing."""
    installed = shutil.which("mailman") and (PROGRAMS / "master").exists()
    return "" if installed else "it is not installed (Debian: mailman3)"


def run(directory, count, attachment):
    """Seconds for a post to that many members."""
    sink, lmtp, var = Sink(), free_port(), directory / "var"
    configuration, members = directory / "mailman.cfg", directory / "members"
    configuration.write_text(CONFIGURATION.format(var=var, programs=PROGRAMS, smtp=sink.port, lmtp=lmtp, rest=free_port()))
    members.write_text("".join(f"{member}\n" for member in mails.members(count)))
    (directory / "prepare_bench.py").write_text(PREPARE.format(members=str(members)))
    variables = {**os.environ, "PYTHONPATH": str(directory)}
    try:
        command(configuration, variables, "create", "-no-notify", LIST)
        footer = var / "templates/lists/news.lists.example.org/en/list:member:regular:footer.txt"
        footer.parent.mkdir(parents=True)
        footer.write_text("Leave: https://lists.example.org/leave?member=$user_delivered_to\n")
        command(configuration, variables, "shell", "-l", LIST, "--run", "prepare_bench.prepare")
        with open(directory / "master.out", "wb") as out:
            master = subprocess.Popen([PROGRAMS / "master", "-C", configuration], env=variables, stdout=out, stderr=out)
        try:
            await_lmtp(lmtp)
            sink.expect(count)
            with smtplib.LMTP("127.0.0.1", lmtp) as door:
                door.sendmail("owner@example.org", [LIST], mails.octets(mails.post("a post", attachment)))
            return sink.wait_for(count)
        finally:
            master.send_signal(signal.SIGTERM)
            master.wait()
    finally:
        sink.close()


def command(configuration, variables, *words):
    root = ["--run-as-root"] if os.getuid() == 0 else []
    done = subprocess.run(["mailman", *root, "-C", configuration, *words], env=variables, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"mailman {words[0]}: {(done.stdout + done.stderr)[-500:]}")


def await_lmtp(port):
    for _ in range(300):
        try:
            smtplib.LMTP("127.0.0.1", port).quit()
            return
        except OSError:
            time.sleep(0.2)
    raise Failed("Mailman does not start")
