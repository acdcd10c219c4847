package org.clubpost.mail.verdict;

import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;

/**
 * A mail as it lies in the store, for tests: by default a proven one from {@code author@club.example} to {@code
 * news@lists.example.org}. Every method returns another.
 *
 * @param envelope the envelope sender
 * @param recipient the envelope recipient
 * @param scans the lines with the scan verdicts
 * @param results what follows the authserv-id, folded
 * @param own the sender's own header, CRLF line ends
 * @param body the body
 */
public record SampleMail(String envelope, String recipient, String scans, String results, String own, String body) {

    private static final String CLEAN = "X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\n";

    /** A mail of a proven author. */
    public static SampleMail from(String author) {
        return new SampleMail(author, "news@lists.example.org", CLEAN, "", "", "Hello!\r\n").proven(author)
                .with("From", author).with("To", "news@lists.example.org").with("Subject", "Summer party")
                .with("Message-ID", "<1@club.example>");
    }

    /** Proven to come from the domain of that address. */
    public SampleMail proven(String author) {
        var domain = author.substring(author.indexOf('@') + 1);
        return results(" spf=pass (spfCheck: domain of " + domain
                + " designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1;"
                + " envelope-from=" + envelope + "; helo=mail." + domain + ";\r\n dkim=pass header.i=@" + domain
                + ";\r\n"
                + " dmarc=pass header.from=" + domain + ";");
    }

    /** With nothing proven. */
    public SampleMail unproven() {
        return results(" spf=none client-ip=192.0.2.1; envelope-from=" + envelope + "; helo=mail.example.net;\r\n"
                + " dmarc=fail header.from=club.example;");
    }

    /** With other results. */
    public SampleMail results(String other) {
        return new SampleMail(envelope, recipient, scans, other, own, body);
    }

    /** With another envelope sender; empty for the null sender. */
    public SampleMail envelope(String other) {
        return new SampleMail(other, recipient, scans, results, own, body);
    }

    /** With another envelope recipient. */
    public SampleMail to(String other) {
        return new SampleMail(envelope, other, scans, results, own, body);
    }

    /** With other lines in the place of the scan verdicts. */
    public SampleMail scans(String lines) {
        return new SampleMail(envelope, recipient, lines, results, own, body);
    }

    /** With one more field at the end of the sender's own header. */
    public SampleMail with(String name, String value) {
        return new SampleMail(envelope, recipient, scans, results, own + name + ": " + value + "\r\n", body);
    }

    /** Without the sender's fields of that name. */
    public SampleMail without(String name) {
        return new SampleMail(envelope, recipient, scans, results,
                own.replaceAll("(?im)^" + name + ":.*\\r\\n([ \\t].*\\r\\n)*", ""), body);
    }

    /** With that field in place of the sender's own one. */
    public SampleMail replacing(String name, String value) {
        return without(name).with(name, value);
    }

    /** With another body. */
    public SampleMail body(String other) {
        return new SampleMail(envelope, recipient, scans, results, own, other);
    }

    /** The receiving side's block. */
    public String block() {
        return "Return-Path: <" + envelope + ">\r\nReceived: from mail.example.net (mail.example.net [192.0.2.1])\r\n"
                + " by inbound-smtp.eu-west-1.amazonaws.com with SMTP id q041v1u3p6g5bust1o2se9of7vf685mtivi7ci01\r\n"
                + " for " + recipient + ";\r\n Fri, 06 Mar 2026 08:30:00 +0000 (UTC)\r\n" + scans
                + "Received-SPF: pass (spfCheck: fine) client-ip=192.0.2.1; envelope-from=" + envelope
                + "; helo=mail.example.net;\r\n"
                + "Authentication-Results: amazonses.com;\r\n" + results + "\r\nX-SES-RECEIPT: AEFBQUFBQUFBQUFH\r\n"
                + "X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; b=abc=; c=relaxed/simple; s=x; d=amazonses.com; t=1; v=1;\r\n";
    }

    /** The whole mail. */
    public String text() {
        return block() + own + "\r\n" + body;
    }

    /** The whole mail, read. */
    public Entity entity() {
        return MimeParser.parse(Octets.latin1(text()));
    }
}
