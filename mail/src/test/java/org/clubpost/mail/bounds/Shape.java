package org.clubpost.mail.bounds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.mail.mime.Octets;

/**
 * A kind of mail that a stranger can make as large as they like.
 *
 * @param name what it is
 * @param mail a mail of about so many octets
 */
record Shape(String name, IntFunction<String> mail) {

    private static final String HEAD = """
            Return-Path: <anna@example.org>
            Received: from mail.example.org (mail.example.org [192.0.2.1])
             by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abc
             for news@lists.example.org;
             Fri, 2 Jan 2026 10:00:00 +0000 (UTC)
            X-SES-Spam-Verdict: PASS
            X-SES-Virus-Verdict: PASS
            Authentication-Results: amazonses.com;
             dmarc=pass header.from=example.org;
            X-SES-RECEIPT: abc
            """.replace("\n", "\r\n");
    private static final List<String> NAMES = List.of("From", "To", "Cc", "Reply-To", "Subject", "Message-ID",
            "In-Reply-To", "References", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding",
            "X-Clubpost-Send-At", "Return-Path", "Received", "Authentication-Results", "DKIM-Signature", "List-Id",
            "List-Post", "X-Loop", "Auto-Submitted", "Precedence", "X-Unknown", "Sender", "Content-ID");
    /** What fields are made of: each is repeated, with what stands before it. */
    private static final List<List<String>> BODIES = List.of(List.of("\"a", "\\\"a"), List.of("", "\"a"),
            List.of("", "\\\""), List.of("", "<(\">)\">"), List.of("", "<a\"> "), List.of("", "<a>\\\"b"),
            List.of("", "<"), List.of("", "("), List.of("", "["), List.of("", "a:"), List.of("", "(("),
            List.of("a;", "a*0=b;"), List.of("a; b=\"", "\\a"), List.of("", "\\"), List.of("", "a@b.example, "),
            List.of("", "\"Anna \\\" B\" <anna@example.org>,\r\n "), List.of("", "=?utf-8?q?a?= "),
            List.of("", "=?utf-8?q?a?="), List.of("", "=?"), List.of("", "=?x-no?b?a?=\r\n "), List.of("", "word "),
            List.of("", " "), List.of("x", "\r\n "), List.of("", "[news] "), List.of("", "Re: "), List.of("", "a"),
            List.of("", "<a@b.example> "), List.of("", "<a@b.amazonses.com>\r\n "), List.of("<", "a"),
            List.of("", "<a"), List.of("", "\u00e4"), List.of("", "{{"), List.of("", "{{member_name}}"),
            List.of("", ";"), List.of("g:", "a@b.example,"), List.of("", "g:a@b.example;"), List.of("", " id a for b@"),
            List.of("", "name=\"a"), List.of("", "a@"), List.of("", "<> "), List.of("a ", ". "));

    Octets of(int octets) {
        return Octets.of(mail.apply(octets).getBytes(ISO_8859_1));
    }

    /** Every field with every body. */
    static List<Shape> fields() {
        return fields(NAMES);
    }

    /** The fields that each have a reader of their own, with every body. */
    static List<Shape> readers() {
        return fields(List.of("From", "To", "Subject", "References", "Content-Type", "Content-Disposition", "Received",
                "Authentication-Results", "X-Clubpost-Send-At", "List-Id", "X-Unknown"));
    }

    private static List<Shape> fields(List<String> names) {
        return names.stream().flatMap(name -> BODIES.stream().map(body -> new Shape(
                name + ": " + shown(body.getFirst() + body.getLast()),
                octets -> with(name + ": " + repeated(body.getFirst(), body.getLast(), octets) + "\r\n", "\r\nHi"))))
                .toList();
    }

    /** Headers of very many lines, texts, and multiparts. */
    static List<Shape> mails() {
        return Stream.of(headers(), texts(), multiparts(), reports().stream()).flatMap(shapes -> shapes).toList();
    }

    /** Reports of mail systems of all kinds, with what is repeated in their texts and fields. */
    static List<Shape> reports() {
        var units = List.of("<a@b.example>:\r\n", "a@b.example\r\n", "  a@b.example\r\n    550 5.1.1 a\r\n", "a@", "<",
                "@b",
                "a@b.", "5.1.1 ", "550 ", "550 5.1.1 user unknown ", "< a ", "mailbox ", "bad ", "\r\n", " ", ">",
                ">>> ",
                "Final-Recipient: rfc822; a@b.example\r\n",
                "Final-Recipient: rfc822; a@b.example\r\nStatus: 5.1.1\r\n\r\n",
                "Diagnostic-Code: smtp; 550\r\n ", "Action: failed\r\n", "x\r\n ", "X-A: b\r\n", "aup#i-1",
                "host a.b.c ",
                "(generated from a@b.example)\r\n", "smtp=a@b.example on ", "\\x{61}", "\u00e4", "\"a\"@b ",
                "a.".repeat(30));
        var kinds = List.of(
                "Subject: failure notice\r\n\r\nHi. This is the qmail-send program\r\n<a@b.example>:\r\n",
                "Subject: Undeliverable\r\n\r\nThis could not be delivered\r\n",
                "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n",
                "Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ",
                "Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nDiagnostic-Code: smtp; ",
                "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n",
                "Subject: Undeliverable\r\nX-Failed-Recipients: ");
        return kinds.stream()
                .flatMap(kind -> units.stream().map(unit -> new Shape("report " + shown(kind) + shown(unit),
                        octets -> with("From: MAILER-DAEMON@example.org\r\n", repeated(kind, unit, octets)))))
                .toList();
    }

    private static Stream<Shape> headers() {
        return Stream.of("a:\r\n", "To: a@b.example\r\n", "To: \"a\\\"a\r\n", "From: a@b.example\r\n", "X\r\n",
                "\u00e4: \u00e4\r\n",
                "Received: a\r\n", "Content-Disposition: attachment; filename=\"a\r\n", "List-Id: <a\r\n",
                "Subject: =?utf-8?q?a?=\r\n").map(
                        line -> new Shape("lines " + shown(line),
                                octets -> with(repeated("", line, octets), "\r\nHi")));
    }

    private static Stream<Shape> texts() {
        var units = List.of("{{", "{ {", "<a {{<b>", "{{ <b>", "{{member_name}}", "&#123;", "%7B%7B", "<!--",
                "<!-- -->",
                "<script>", "</body", "</html>", "<", "=", "=\r\n", " ", "\r\n", "\r", "a", "a \r\n", ">a \r\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\r\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\r\n-----END PGP SIGNATURE-----\r\n", "-- \r\n", "\u00e4",
                "\u00ff", "_".repeat(48) + " ", "A".repeat(60) + " ", "%41", "&", "&amp;", "http://", "\0", "From \r\n",
                ".\r\n");
        return Stream.of("text/plain", "text/html", "text/plain; format=flowed; delsp=yes", "application/ms-tnef",
                "message/rfc822", "text/plain; charset=iso-2022-jp").flatMap(
                        type -> Stream
                                .of("8bit", "quoted-printable", "base64")
                                .flatMap(encoding -> units.stream()
                                        .filter(unit -> encoding.equals("8bit") || unit.length() < 4)
                                        .map(unit -> new Shape(type + " " + encoding + " " + shown(unit),
                                                octets -> with(
                                                        "Content-Type: " + type + "\r\nContent-Transfer-Encoding: "
                                                                + encoding + "\r\n",
                                                        "\r\n" + encoded(encoding, repeated("", unit, octets)))))));
    }

    private static String encoded(String encoding, String text) {
        return encoding.equals("base64")
                ? Base64.getMimeEncoder().encodeToString(text.substring(0, text.length() * 3 / 4).getBytes(ISO_8859_1))
                : text;
    }

    private static Stream<Shape> multiparts() {
        var type = "Content-Type: multipart/mixed; boundary=b\r\n";
        return Stream.of(
                new Shape("many parts", octets -> with(type, repeated("\r\n", "--b\r\n\r\n\r\n", octets))),
                new Shape("parts of long types", octets -> with(type, repeated("\r\n", "--b\r\nContent-Type: a/b"
                        + "; x*0=y".repeat(1100) + "\r\nContent-Disposition: a; " + "n=\"\\a\\a\";".repeat(800)
                        + "\r\n\r\n\r\n",
                        octets))),
                new Shape("parts of broken types",
                        octets -> with(type, repeated("\r\n", "--b\r\nContent-Type: text/plain"
                                + "; a=\"b".repeat(1100) + "\r\n\r\n\r\n", octets))),
                new Shape("small parts of files",
                        octets -> with(type, repeated("\r\n", "--b\r\nContent-Type: text/plain;"
                                + " name=\"a.txt\"\r\n\r\na\r\n", octets))),
                new Shape("almost delimiters", octets -> with(type, repeated("\r\n--b\r\n\r\n", "--bb\r\n", octets))),
                new Shape("long boundary", octets -> with(
                        "Content-Type: multipart/mixed; boundary=" + "-".repeat(7000) + "\r\n",
                        repeated("\r\n--" + "-".repeat(7000) + "\r\n\r\n", "-".repeat(6999) + "\r\n", octets))),
                new Shape("deep multiparts", octets -> with("", IntStream.range(0, 40)
                        .mapToObj(level -> "Content-Type: multipart/mixed; boundary=b" + level + "x\r\n\r\n--b" + level
                                + "x\r\n")
                        .reduce("", String::concat) + "\r\n" + "--b1x".repeat(octets / 5))),
                new Shape("deep mails",
                        octets -> with("", repeated("", "Content-Type: message/rfc822\r\n\r\n", octets))),
                new Shape("deep multiparts of many", octets -> with("", repeated("",
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", octets))),
                new Shape("related", octets -> with("Content-Type: multipart/related; boundary=b; start=\"<x>\"\r\n",
                        repeated("\r\n", "--b\r\nContent-ID: <y>\r\n\r\n\r\n", octets))));
    }

    private static String with(String fields, String rest) {
        var has = fields.toLowerCase(java.util.Locale.ROOT);
        return HEAD + (has.startsWith("from:") ? "" : "From: Anna <anna@example.org>\r\n")
                + (has.startsWith("message-id:") ? "" : "Message-ID: <1@example.org>\r\n") + fields + rest;
    }

    private static String repeated(String before, String unit, int octets) {
        return before + unit.repeat(Math.max(1, (octets - before.length()) / unit.length()));
    }

    private static String shown(String text) {
        var line = text.replace("\r\n", "~").replace("\r", "^").replace("\0", "0");
        return line.substring(0, Math.min(line.length(), 24));
    }
}
