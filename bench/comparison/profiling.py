"""Where the processor's time goes while posts are sent: JFR's samples of what Java threads run, and the kernel's account of the others."""

import collections
import os
import pathlib
import re
import subprocess

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0"><event name="jdk.CPUTimeSample">
<setting name="enabled">true</setting><setting name="throttle">5ms</setting><setting name="stackTrace">true</setting>
</event></configuration>
"""
DATABASE = "the embedded database (SQLite, DynamoDB Local, the SDK's client of it)"
# The first that a stack has a frame of, from the innermost outward.
PARTS = [
    (re.compile(r"com\.almworks\.sqlite4java|com\.amazonaws\.services\.dynamodbv2|com\.amazon\.dynamodb|org\.clubpost\.local\.storage|org\.clubpost\.aws\.dynamodb"), DATABASE),
    (re.compile(r"org\.clubpost\.local\.relay"), "SMTP"),
    (re.compile(r"org\.clubpost\.aws\.ses"), "the SDK's client of SES"),
    (re.compile(r"org\.clubpost\.(core\.link|mail)"), "rendering, links included"),
    (re.compile(r"org\.clubpost"), "the rest of Clubpost"),
]
MACHINERY = re.compile(r"^(C1|C2|G1|GC|VM|Sweeper|Monitor|Service|Signal|JFR|Common-Clean|java$|DestroyJavaVM)")


class Profile:

    def __init__(self, directory, process, home):
        self.process, self.jcmd, self.jfr, self.file = process, home / "bin/jcmd", home / "bin/jfr", directory / "bench.jfr"
        settings = directory / "cpu.jfc"
        settings.write_text(SETTINGS)
        self.run(self.jcmd, str(process.pid), "JFR.start", "name=bench", f"settings={settings}")
        self.before = threads(process.pid)

    def run(self, *command):
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def shares(self):
        """Each part's share of the processor's time, the largest first."""
        after = threads(self.process.pid)
        self.run(self.jcmd, str(self.process.pid), "JFR.stop", "name=bench", f"filename={self.file}")
        used = {thread: (name, ticks - self.before.get(thread, (name, 0))[1]) for thread, (name, ticks) in after.items()}
        total = sum(ticks for _, ticks in used.values())
        machinery = sum(ticks for name, ticks in used.values() if MACHINERY.match(name))
        samples = self.run(self.jfr, "print", "--events", "jdk.CPUTimeSample", "--stack-depth", "256", self.file)
        parts = collections.Counter(part(sample) for sample in samples.split("jdk.CPUTimeSample {")[1:])
        shares = {"the JVM's own threads (JIT, garbage collection)": machinery / total}
        for name, count in parts.items():
            shares[name] = count / sum(parts.values()) * (1 - machinery / total)
        return dict(sorted(shares.items(), key=lambda share: -share[1]))


def part(sample):
    for frame in re.findall(r"^\s+([\w.$<>/]+)\(.*line:", sample, re.M):
        for pattern, name in PARTS:
            if pattern.match(frame):
                return name
    return "else"


def threads(process):
    """Name and used ticks of each thread; those that ended in between are not seen."""
    found = {}
    for task in pathlib.Path(f"/proc/{process}/task").iterdir():
        try:
            name, rest = (task / "stat").read_text().split("(", 1)[1].rsplit(")", 1)
            fields = rest.split()
            found[task.name] = name, int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return found


def seconds(process):
    """The processor's seconds that the process has used."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
