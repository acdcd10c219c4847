"""mlmmj: a list in a directory of its own, its own VERP (one mail and one envelope sender for each member), the sink as its relay."""

import os
import pathlib
import shutil
import signal
import subprocess

import mails
from sink import Sink

RECEIVE = "/usr/bin/mlmmj-receive"
DIRECTORIES = ["incoming", "queue/discarded", "archive", "text", "subconf", "unsubconf", "bounce", "control", "moderation",
               "subscribers.d", "digesters.d", "nomailsubs.d", "requeue"]
# mlmmj writes the body and the dot that ends it one after the other, so that Nagle's algorithm keeps the dot back until the sink's
# delayed acknowledgement of the body: 40 ms a mail. There is no setting for it, hence this.
NO_DELAY = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
int connect(int door, const struct sockaddr *address, socklen_t length) {
    int on = 1;
    setsockopt(door, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return ((int (*)(int, const struct sockaddr *, socklen_t)) dlsym(RTLD_NEXT, "connect"))(door, address, length);
}
"""


def missing(tuned):
    """Why it cannot run here, or nothing."""
    if not pathlib.Path(RECEIVE).exists():
        return "it is not installed (Debian: mlmmj)"
    if tuned and not shutil.which("cc"):
        return "no C compiler to make TCP_NODELAY of (Debian: gcc)"
    return ""


def run(directory, count, attachment, tuned):
    """Seconds for a post to that many members: as installed, or with TCP_NODELAY and room in memory for the whole mail."""
    sink, home = Sink(), directory / "news"
    for name in DIRECTORIES:
        (home / name).mkdir(parents=True)
    shutil.copytree("/usr/share/mlmmj/text.skel/en", home / "text", dirs_exist_ok=True)
    (home / "index").touch()
    settings = {"listaddress": "news@lists.example.org", "owner": "owner@example.org", "relayhost": "127.0.0.1", "smtpport": sink.port}
    variables = {**os.environ, "SENDER": "owner@example.org"}
    if tuned:
        settings["memorymailsize"] = 64 << 20
        variables["LD_PRELOAD"] = str(no_delay(directory))
    for name, value in settings.items():
        (home / "control" / name).write_text(f"{value}\n")
    (home / "subscribers.d" / "m").write_text("".join(f"{member}\n" for member in mails.members(count)))
    process = subprocess.Popen([RECEIVE, "-F", "-L", home], stdin=subprocess.PIPE, env=variables, start_new_session=True)
    try:
        sink.expect(count)
        process.communicate(mails.octets(mails.post("a post", attachment)).replace(b"\r\n", b"\n"))
        return sink.wait_for(count)
    finally:
        try:
            os.killpg(process.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        sink.close()


def no_delay(directory):
    source, library = directory / "nodelay.c", directory / "nodelay.so"
    source.write_text(NO_DELAY)
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
    return library
