package org.clubpost.mail.incoming;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.ReceivingBlock;
import org.clubpost.mail.verdict.Sender;

/**
 * A mail that came in, with everything that it is judged by.
 *
 * @param post the post that is made of it
 * @param list the list that it came in for
 * @param to which of the list's addresses it was sent to
 * @param block what the receiving side found
 * @param own the sender's own header, below the block
 * @param sender who sent it
 * @param mail the whole mail, block included
 * @param sizeBytes its size in octets
 */
public record Incoming(PostId post, MailingList list, Destinations to, ReceivingBlock block, Header own,
        Sender sender, Entity mail, long sizeBytes) {

    /**
     * Reads a mail for the list. This is the only time that the mail is parsed.
     *
     * @param octets the mail as it came, with the receiving side's block on top; any octets at all
     */
    public static Incoming read(PostId post, MailingList list, Octets octets) {
        return read(post, list, octets, _ -> false);
    }

    /**
     * The same, among other lists.
     *
     * @param others says whether an address is another list's, although it reads as one of this list
     */
    public static Incoming read(PostId post, MailingList list, Octets octets, Predicate<EmailAddress> others) {
        return of(post, list, MimeParser.parse(LineEnds.onTheWire(octets)), octets.length(), others);
    }

    /** Puts together what is known of a mail for the list. */
    public static Incoming of(PostId post, MailingList list, Entity mail, long sizeBytes) {
        return of(post, list, mail, sizeBytes, _ -> false);
    }

    private static Incoming of(PostId post, MailingList list, Entity mail, long sizeBytes,
            Predicate<EmailAddress> others) {
        var block = ReceivingBlock.of(mail.header());
        var own = block.below(mail.header());
        return new Incoming(post, list, Destinations.of(list, block, own, others), block, own, Sender.of(block, own),
                mail, sizeBytes);
    }

    /** The same mail, as if it had been sent to that address of the list alone. */
    public Incoming as(ListRole other) {
        return new Incoming(post, list, to.only(other), block, own, sender, mail, sizeBytes);
    }

    /** The same mail for that audience: the one that it had when it was read first. */
    public Incoming meantFor(Audience audience) {
        return new Incoming(post, list, to.with(audience), block, own, sender, mail, sizeBytes);
    }

    /** What it is treated as: the role of the address that it was sent to, or of the first of several. */
    public ListRole role() {
        return to.main();
    }

    /** The addresses in these fields of the sender's own header, such as To and Cc. */
    public List<EmailAddress> addressesIn(String... fields) {
        return Stream.of(fields).flatMap(field -> Addresses.in(own, field).stream()).toList();
    }

    /** The same mail, once its author has confirmed it or was proven in another way. */
    public Incoming provenFrom(EmailAddress author) {
        return new Incoming(post, list, to, block, own, new Sender.Proven(author), mail, sizeBytes);
    }

    /** The unfolded body of the first field of that name in the sender's own header; empty text when there is none. */
    public String field(String name) {
        return own.value(name).orElse("");
    }
}
