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
    """Counts what arrives. smtp-sink writes its counters at the end of every mail; we note when the first and the latest were written."""

    def __init__(self, *options):
        self.port = free_port()
        self.count = 0
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
                self.count, self.latest = counts[-1], now

    def wait_for(self, mails, patience=600, is_alive=lambda: True):
        """Seconds from the first to the last of that many mails; raises when they do not come, or when more come."""
        deadline = time.monotonic() + patience
        while self.count < mails and time.monotonic() < deadline:
            if not is_alive() and time.monotonic() - max(self.latest, self.began) > 5:
                break
            time.sleep(0.01)
        time.sleep(0.3)
        if self.count != mails:
            raise Failed(f"{self.count} mails arrived instead of {mails}")
        return self.latest - self.began

    def close(self):
        self.process.terminate()
        self.process.wait()


class Failed(Exception):
    """A contender did not do what it should."""
