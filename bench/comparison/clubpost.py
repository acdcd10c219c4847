"""Clubpost itself: ./clubpost start with a data directory of its own, table, checkpoints, links and all."""

import json
import os
import pathlib
import re
import signal
import smtplib
import subprocess
import time

from sink import Failed, free_port

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = "news@lists.example.org"
OWNER = "owner@example.org"
# For the profile: the SDK calls itself from so far down that JFR's usual 64 frames do not show on whose behalf.
DEEP_STACKS = "-XX:FlightRecorderOptions=stackdepth=256"


def java_home():
    """The JDK 25 that the launcher finds."""
    script = (ROOT / "clubpost").read_text()
    functions = script[script.index("here() {"):script.index("is_up_to_date() {")]
    done = subprocess.run(["sh", "-c", functions + "\nfind_jdk"], capture_output=True, text=True)
    if not done.stdout.strip():
        raise SystemExit("no JDK 25 found")
    return pathlib.Path(done.stdout.strip())


class Clubpost:

    def __init__(self, directory, outlet, java_options="", environment=None):
        self.data = directory / "data"
        self.smtp_port = free_port()
        self.log = open(directory / "clubpost.out", "w+b")
        variables = {**os.environ, **(environment or {}), "CLUBPOST_JAVA_OPTS": f"{DEEP_STACKS} {java_options}"}
        self.process = subprocess.Popen(
            [ROOT / "clubpost", "start", "--data", self.data, "--http-port", str(free_port()),
             "--smtp-port", str(self.smtp_port), *outlet], stdout=self.log, stderr=subprocess.STDOUT, env=variables)
        self._wait_until_ready()

    def _wait_until_ready(self):
        for _ in range(3000):
            if b"is ready" in pathlib.Path(self.log.name).read_bytes():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise Failed("Clubpost does not start: " + pathlib.Path(self.log.name).read_text()[-500:])

    def run(self, *command):
        done = subprocess.run([ROOT / "clubpost", *command, "--data", self.data], capture_output=True, text=True)
        if done.returncode:
            raise Failed(done.stdout + done.stderr)
        return done.stdout

    def fill(self, members, directory):
        file = directory / "members.csv"
        file.write_text("email,name\n" + "".join(f"{address},Member {i}\n" for i, address in enumerate(members)))
        self.run("members", "import", "news", file, "--reason", "bench")

    def post(self, mail):
        with smtplib.SMTP("127.0.0.1", self.smtp_port) as smtp:
            smtp.sendmail(OWNER, [LIST], mail)

    def without_reports(self):
        """Posts send no report to their author, which would be one mail more than there are members."""
        self.run("list", "set", "news", "report=none")

    def wait_until_done(self, patience=60):
        """The latest post is done when its state says so; the sink may have all of it a little sooner."""
        for _ in range(patience * 2):
            posts = json.loads(self.run("posts", "ls", "news", "--limit", "1", "--json"))
            if posts and posts[0]["state"].lower().startswith("done"):
                return
            time.sleep(0.5)
        raise Failed(f"the post is not done but {posts[0]['state'] if posts else 'not there'}")

    def resident_megabytes(self, field="VmRSS"):
        """Now, or at most until now (VmHWM)."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(field + r":\s+(\d+)", status)[1]) // 1024

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
