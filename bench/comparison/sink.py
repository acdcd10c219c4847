"""smtp-sink of Postfix, which takes mail and throws it away, with a stopwatch: the same one for every contender."""

import os
import re
import socket
import subprocess
import threading
import time

COUNT = re.compile(rb"mesg=(\d+)")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sink:
    """Counts what arrives. smtp-sink writes its counters at the end of every mail; we note when the first and the last of those expected were written."""

    def __init__(self, *options):
        self.port = free_port()
        self.count = self.before = 0
        self.expected = float("inf")
        self.began = self.latest = 0.0
        user = ["-u", "nobody"] if os.getuid() == 0 else []
        self.process = subprocess.Popen(["smtp-sink", "-c", *user, *options, f"127.0.0.1:{self.port}", "1000"],
                                        stdout=subprocess.PIPE)
        threading.Thread(target=self._read, daemon=True).start()
        self._wait_for_door()

    def _wait_for_door(self):
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("smtp-sink does not start")

    def _read(self):
        rest = b""
        while block := os.read(self.process.stdout.fileno(), 1 << 16):
            now = time.monotonic()
            *lines, rest = (rest + block).split(b"\r")
            counts = [int(found[1]) for line in lines[-1:] if (found := COUNT.search(line))]
            if counts and counts[-1] > self.count:
                self.began = self.began or now
                if self.count - self.before < self.expected:
                    self.latest = now
                self.count = counts[-1]

    def expect(self, mails):
        """From now on that many; what comes after them, such as the report on a post, is not timed."""
        self.before, self.expected, self.began, self.latest = self.count, mails, 0.0, 0.0

    def wait_for(self, mails, patience=900):
        """Seconds from the first to the last of that many mails; raises when they do not come, or when more come."""
        deadline = time.monotonic() + patience
        while self.count - self.before < mails and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.3)
        if self.count - self.before != mails:
            raise Failed(f"{self.count - self.before} mails arrived instead of {mails}")
        return self.latest - self.began

    def close(self):
        self.process.terminate()
        self.process.wait()


class Failed(Exception):
    """A contender did not do what it should."""
