package org.clubpost.mail.incoming;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListAddress;
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
 * @param role which of the list's addresses it was sent to
 * @param block what the receiving side found
 * @param own the sender's own header, below the block
 * @param sender who sent it
 * @param mail the whole mail, block included
 * @param sizeBytes its size in octets
 */
public record Incoming(PostId post, MailingList list, ListRole role, ReceivingBlock block, Header own, Sender sender,
        Entity mail, long sizeBytes) {

    /**
     * Reads a mail for the list. This is the only time that the mail is parsed.
     *
     * @param octets the mail as it came, with the receiving side's block on top; any octets at all
     */
    public static Incoming read(PostId post, MailingList list, Octets octets) {
        return of(post, list, MimeParser.parse(LineEnds.onTheWire(octets)), octets.length());
    }

    /** Puts together what is known of a mail for the list. */
    public static Incoming of(PostId post, MailingList list, Entity mail, long sizeBytes) {
        var block = ReceivingBlock.of(mail.header());
        var own = block.below(mail.header());
        return new Incoming(post, list, role(list, block, own), block, own, Sender.of(block, own), mail, sizeBytes);
    }

    /**
     * The role of the envelope recipient. The receiving side does not record the recipient when the mail went to
     * several addresses at once. Then the role is read from To and Cc, and it is other than posting only if the list's
     * posting address is not there.
     */
    private static ListRole role(MailingList list, ReceivingBlock block, Header own) {
        var envelope = block.recipient().flatMap(address -> role(list, address));
        var named = Stream.of("To", "Cc").flatMap(name -> Addresses.in(own, name).stream())
                .map(address -> role(list, address)).flatMap(Optional::stream).toList();
        return envelope
                .orElseGet(() -> named.contains(ListRole.POST) || named.isEmpty() ? ListRole.POST : named.getFirst());
    }

    private static Optional<ListRole> role(MailingList list, EmailAddress address) {
        return ListAddress.parse(address, list.domain()).filter(parsed -> parsed.list().equals(list.id()))
                .map(ListAddress::role);
    }

    /** The addresses in these fields of the sender's own header, such as To and Cc. */
    public List<EmailAddress> addressesIn(String... fields) {
        return Stream.of(fields).flatMap(field -> Addresses.in(own, field).stream()).toList();
    }

    /** The same mail, once its author has confirmed it or was proven in another way. */
    public Incoming provenFrom(EmailAddress author) {
        return new Incoming(post, list, role, block, own, new Sender.Proven(author), mail, sizeBytes);
    }

    /** The unfolded body of the first field of that name in the sender's own header; empty text when there is none. */
    public String field(String name) {
        return own.value(name).orElse("");
    }
}
