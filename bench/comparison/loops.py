"""Bare loops, and smtp-source as the limit: what the machine does when nothing is looked up, remembered or recorded."""

import email
import multiprocessing
import smtplib
import subprocess

import mails
from sink import Sink


def run(count, connections, copy_for):
    """Seconds for that many mails over that many connections, each with a process of its own."""
    sink = Sink()
    try:
        members = mails.members(count)
        workers = [multiprocessing.Process(target=send_all, args=(sink.port, members[i::connections], copy_for))
                   for i in range(connections)]
        sink.expect(count)
        for worker in workers:
            worker.start()
        return sink.wait_for(count)
    finally:
        sink.close()


def send_all(port, members, copy_for):
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        for member in members:
            smtp.sendmail("news-bounces@lists.example.org", [member], copy_for(member))


def parsing(template):
    """What small scripts do: parse and serialise the mail for each recipient."""
    def copy_for(member):
        mail = email.message_from_bytes(template)
        for part in mail.walk():
            if part.get_content_maintype() == "text":
                part.set_payload(part.get_payload().replace(mails.HOLE, member))
        link = mail["List-Unsubscribe"].replace(mails.HOLE, member)
        del mail["List-Unsubscribe"]
        mail["List-Unsubscribe"] = link
        return mail.as_bytes()
    return copy_for


def replacing(template):
    return lambda member: template.replace(mails.HOLE.encode(), member.encode())


def smtp_source(count, size, connections):
    """Seconds for that many mails of that many octets."""
    sink = Sink()
    try:
        sink.expect(count)
        subprocess.run(["smtp-source", "-d", "-s", str(connections), "-l", str(size), "-m", str(count), "-f", "a@example.org",
                        "-t", "b@example.net", f"127.0.0.1:{sink.port}"], check=True)
        return sink.wait_for(count)
    finally:
        sink.close()
