package org.clubpost.mail.preview;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.mime.Header;
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
            case Author.One(var author) -> block(author.ascii(), recipient(header, list), results(author, trust));
            case Author.Several _,Author.Unreadable _ -> block("unknown", recipient(header, list), " dmarc=none;");
        };
        return Octets.concat(List.of(Octets.latin1(block), mail));
    }

    /** The address of the list that To names, if it is one for posts; else the list's own. */
    private static EmailAddress recipient(Header header, MailingList list) {
        return Addresses.in(header, "To").stream().filter(address -> ListAddress.read(address, list)
                .filter(own -> own.role() == ListRole.POST).isPresent()).findFirst().orElseGet(list::address);
    }

    private static String results(EmailAddress author, Trust trust) {
        return switch (trust) {
            case AUTHOR -> " dkim=pass header.i=@%1$s;\r\n dmarc=pass header.from=%1$s;".formatted(author.domain());
            case NONE -> " dmarc=fail header.from=%s;".formatted(author.domain());
        };
    }

    private static String block(String sender, EmailAddress recipient, String results) {
        return """
                Return-Path: <%s>
                Received: from localhost (localhost [127.0.0.1])
                 by inbound-smtp.preview.amazonaws.com with SMTP id preview
                 for %s;
                 Thu, 01 Jan 2026 00:00:00 +0000 (UTC)
                X-SES-Spam-Verdict: PASS
                X-SES-Virus-Verdict: PASS
                Authentication-Results: amazonses.com;
                """.formatted(sender, recipient.ascii()).replace("\n", "\r\n") + results
                + "\r\nX-SES-RECEIPT: preview\r\n";
    }
}
