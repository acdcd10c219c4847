package org.clubpost.mail.compose;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.store.MailContent;
import org.clubpost.mail.mime.Octets;

/**
 * What the receiving side puts on top of a mail whose writer is signed in: the block of {@link
 * org.clubpost.mail.verdict.ReceivingBlock}, which says that the author is proven. Nobody else can put it there, because
 * whatever comes by mail gets a block of its own on top. It says nothing of spam and viruses, for which nobody has looked.
 */
public final class KnownWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private KnownWriter() {}

    /**
     * The mail with that block on top.
     *
     * @param mail as it was written
     * @param author who is signed in, and stands in its From field
     * @param recipient the address that it is for
     * @param id by what we know it
     */
    public static MailContent vouched(Octets mail, EmailAddress author, EmailAddress recipient, String id,
            Instant now) {
        var block = """
                Return-Path: <%1$s>
                Received: from rooms (rooms [127.0.0.1])
                 by inbound-smtp.rooms.amazonaws.com with HTTPS id %2$s
                 for %3$s;
                 %4$s (UTC)
                Authentication-Results: amazonses.com;
                 dkim=pass header.i=@%5$s;
                 dmarc=pass header.from=%5$s;
                X-SES-RECEIPT: %2$s
                """.formatted(author.ascii(), id, recipient.ascii(), DATE.format(now), author.domain());
        return MailContent.of(
                Octets.concat(List.of(Octets.latin1(block.replace("\n", "\r\n")), mail)).toByteArray());
    }
}
