"""The post that is sent, and the copy that a member gets of it."""

import base64
import email.mime.application
import email.mime.multipart
import email.mime.text
import random

SENTENCE = "The club meets on Thursday at eight, and whoever would like to help with the summer party is welcome. "
LINK = "https://lists.example.org/unsubscribe?token=ACDVPpNzuaWx0Ov0GhQVPy9yZqYLcRnRlDoVQY6hq9MNcHjzbNMPC4yRkQ"
HOLE = "@@MEMBER@@"


def members(count):
    return [f"member{i}@example.net" for i in range(count)]


def post(subject, attachment=0, sender="Olga Owner <owner@example.org>", to="news@lists.example.org", footer=""):
    """About 3 KB as they arrive: text and HTML with a few paragraphs each; with an attachment of that many KB."""
    paragraphs = [SENTENCE * 2, SENTENCE * 3, SENTENCE]
    mail = email.mime.multipart.MIMEMultipart("alternative")
    html = "".join(f"<p>{p}</p>\n" for p in paragraphs) + (f'<p><a href="{footer}">Leave</a></p>\n' if footer else "")
    mail.attach(email.mime.text.MIMEText(wrap("\n\n".join(paragraphs)) + (f"\n\nLeave: {footer}\n" if footer else "\n"), "plain", "us-ascii"))
    mail.attach(email.mime.text.MIMEText(f"<html><body>\n{wrap(html)}</body></html>\n", "html", "us-ascii"))
    if attachment:
        text, mail = mail, email.mime.multipart.MIMEMultipart("mixed")
        mail.attach(text)
        mail.attach(email.mime.application.MIMEApplication(random.Random(1).randbytes(attachment * 1024 * 3 // 4)))
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = "Sat, 21 Nov 2026 12:00:00 +0000"
    mail["Message-ID"] = f"<{subject.replace(' ', '.')}@example.org>"
    return mail


def copy(attachment=0):
    """What a member gets, with a hole where the member's own part of the links belongs: in the text, the HTML and the header."""
    link = LINK + HOLE
    mail = post("a copy", attachment, sender="Olga Owner via News <news@lists.example.org>", footer=link)
    mail["List-Id"] = "News <news.lists.example.org>"
    mail["List-Unsubscribe"] = f"<{link}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail["Precedence"] = "list"
    return mail


def wrap(text, width=76):
    import textwrap
    return "\n".join("\n".join(textwrap.wrap(line, width, break_long_words=False)) for line in text.split("\n"))


def octets(mail):
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
