package org.clubpost.stack.lambda;

/** Mails as SES stores them. */
final class InboundMail {

    private InboundMail() {}

    /** A mail to the list {@code news}, of an author whose domain is proven. */
    static String from(String author) {
        var domain = author.substring(author.indexOf('@') + 1);
        return """
                Return-Path: <%1$s>
                Received: from mail.example.net (mail.example.net [192.0.2.1])
                 by inbound-smtp.eu-central-1.amazonaws.com with SMTP id q041v1u3p6g5bust1o2se9of7vf685mtivi7ci01
                 for news@lists.example.org;
                 Fri, 06 Mar 2026 08:30:00 +0000 (UTC)
                X-SES-Spam-Verdict: PASS
                X-SES-Virus-Verdict: PASS
                Received-SPF: pass (spfCheck: fine) client-ip=192.0.2.1; envelope-from=%1$s; helo=mail.example.net;
                Authentication-Results: amazonses.com;
                 spf=pass (spfCheck: fine) client-ip=192.0.2.1; envelope-from=%1$s; helo=mail.example.net;
                 dkim=pass header.i=@%2$s;
                 dmarc=pass header.from=%2$s;
                X-SES-RECEIPT: AEFBQUFBQUFBQUFH
                X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; b=abc=; c=relaxed/simple; s=x; d=amazonses.com; t=1; v=1;
                From: %1$s
                To: news@lists.example.org
                Subject: Summer party
                Message-ID: <1@club.example>

                Hello!
                """.formatted(author, domain).replace("\n", "\r\n");
    }
}
