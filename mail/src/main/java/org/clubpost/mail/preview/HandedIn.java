package org.clubpost.mail.preview;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.Author;
import org.clubpost.mail.verdict.ReceivingBlock;

/** The block that the receiving side would put on a mail, if its author handed it in. */
final class HandedIn {

    private HandedIn() {}

    /** The mail with a block on top: its own if it has one, else a new one that says what {@code trust} says. */
    static Octets withBlock(Octets mail, MailingList list, Trust trust) {
        var header = MimeParser.parse(mail).header();
        if (ReceivingBlock.of(header).isPresent()) {
            return mail;
        }
        var block = switch (Author.of(header)) {
            case Author.One(var author) -> block(author.ascii(), list, results(author, trust));
            case Author.Several _,Author.Unreadable _ -> block("unknown", list, " dmarc=none;");
        };
        return Octets.concat(List.of(Octets.latin1(block), mail));
    }

    private static String results(EmailAddress author, Trust trust) {
        return switch (trust) {
            case AUTHOR -> " dkim=pass header.i=@%1$s;\r\n dmarc=pass header.from=%1$s;".formatted(author.domain());
            case NONE -> " dmarc=fail header.from=%s;".formatted(author.domain());
        };
    }

    private static String block(String sender, MailingList list, String results) {
        return """
                Return-Path: <%s>
                Received: from localhost (localhost [127.0.0.1])
                 by inbound-smtp.preview.amazonaws.com with SMTP id preview
                 for %s;
                 Thu, 01 Jan 2026 00:00:00 +0000 (UTC)
                X-SES-Spam-Verdict: PASS
                X-SES-Virus-Verdict: PASS
                Authentication-Results: amazonses.com;
                """.formatted(sender, list.address().ascii()).replace("\n", "\r\n") + results
                + "\r\nX-SES-RECEIPT: preview\r\n";
    }
}
