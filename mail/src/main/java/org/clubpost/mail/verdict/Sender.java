package org.clubpost.mail.verdict;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.Header;

/** Who sent the mail, as far as it is known. Only a proven sender may post, and only a proven sender is answered. */
public sealed interface Sender {

    /**
     * The receiving side proved that the mail came from the domain of its one From address.
     *
     * @param address that address
     */
    record Proven(EmailAddress address) implements Sender {}

    /**
     * The From field names one address, and nothing proves it.
     *
     * @param address that address
     */
    record Claimed(EmailAddress address) implements Sender {}

    /** The From field names nobody, or several people. */
    record Nobody() implements Sender {}

    /**
     * Puts the block and the From field together.
     *
     * @param block what the receiving side found
     * @param own the sender's own header, below the block
     */
    static Sender of(ReceivingBlock block, Header own) {
        return switch (Author.of(own)) {
            case Author.One(var address) when block.results().prove(address, block.sender()) -> new Proven(address);
            case Author.One(var address) -> new Claimed(address);
            case Author.Several _,Author.Unreadable _ -> new Nobody();
        };
    }
}
