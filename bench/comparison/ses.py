"""An HTTP server in SES's place, and a bare loop around the AWS SDK's SendEmail: bench/src/main/java/org/clubpost/bench/ses."""

import base64
import json
import os
import subprocess
import time
import urllib.request

import profiling
from clubpost import ROOT, java_home
from sink import Failed

SOURCES = ROOT / "bench/src/main/java/org/clubpost/bench/ses"
# With every HTTP client of the SDK.
LIBRARIES = ROOT / "bench/target/lib"
CLASSES = ROOT / "bench/target/classes"
CLIENTS = {
    "the JDK's connections, as Clubpost": "urlconnection.UrlConnectionSdkHttpService",
    "Apache's client 5": "apache5.Apache5SdkHttpService",
    "AWS's CRT": "crt.AwsCrtSdkHttpService",
}


def missing():
    return "" if LIBRARIES.exists() else "build it with ./mvnw -Pbench,quick -pl bench -am package"


def environment(port):
    return {"AWS_ENDPOINT_URL_SES": f"http://127.0.0.1:{port}", "AWS_ENDPOINT_URL_SESV2": f"http://127.0.0.1:{port}", "AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "nobody",
            "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_EC2_METADATA_DISABLED": "true"}


class SesSink:
    """The same questions and answers as those of the SMTP sink."""

    def __init__(self):
        self.process = subprocess.Popen([java_home() / "bin/java", "-XX:+UseSerialGC", SOURCES / "SesSink.java"], stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def ask(self, question):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{question}") as answer:
            return answer.read()

    def expect(self, mails):
        self.ask(f"expect/{mails}")

    def wait_for(self, mails, patience=900):
        deadline = time.monotonic() + patience
        while (count := int(self.ask("count").split()[0])) < mails and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.3)
        count, seconds = self.ask("count").split()
        if int(count) != mails:
            raise Failed(f"{int(count)} mails arrived instead of {mails}")
        return float(seconds)

    def last(self):
        """The last mail, as it was sent."""
        return base64.b64decode(json.loads(self.ask("last"))["Content"]["Raw"]["Data"])

    def close(self):
        self.process.terminate()
        self.process.wait()


def loop(directory, sink, mail, count, threads, rounds, client):
    """Seconds of each round, that mail to so many members from so many threads; and the processor's seconds. Without a client: without the SDK."""
    file = directory / "mail.eml"
    file.write_bytes(mail)
    service = CLIENTS.get(client, CLIENTS["the JDK's connections, as Clubpost"])
    process = subprocess.Popen(
        [java_home() / "bin/java", "-XX:+UseSerialGC", f"-Dhttp.maxConnections={threads}", "-Dsoftware.amazon.awssdk.http.service.impl=software.amazon.awssdk.http." + service,
         "-cp", f"{CLASSES}:{LIBRARIES}/*", "org.clubpost.bench.ses.SesLoop", file, str(count), str(threads), "sdk" if client else "lean"],
        stdin=subprocess.PIPE, env={**os.environ, **environment(sink.port)}, text=True)
    try:
        for _ in range(rounds):
            sink.expect(count)
            began = profiling.seconds(process.pid)
            process.stdin.write("\n")
            process.stdin.flush()
            yield sink.wait_for(count), profiling.seconds(process.pid) - began
    finally:
        process.stdin.close()
        process.wait()
