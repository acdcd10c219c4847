package org.clubpost.core.list;

import java.util.Optional;

import org.clubpost.core.address.EmailAddress;

/** Where a member's reply goes. */
public sealed interface ReplyPolicy {

    /** To the author of the post. The default. */
    record Author() implements ReplyPolicy {}

    /** To the list. */
    record WholeList() implements ReplyPolicy {}

    /** To the author and the list. */
    record Both() implements ReplyPolicy {}

    /**
     * To one address that the owners chose.
     *
     * @param address that address
     */
    record Fixed(EmailAddress address) implements ReplyPolicy {}

    /** Reads what {@link #text} gives; empty for anything else. */
    static Optional<ReplyPolicy> parse(String text) {
        return switch (text) {
            case "author" -> Optional.of(new Author());
            case "list" -> Optional.of(new WholeList());
            case "both" -> Optional.of(new Both());
            default -> EmailAddress.parse(text).map(Fixed::new);
        };
    }

    /** As a word, or as the address: {@code author}, {@code list}, {@code both} or {@code help@club.example}. */
    default String text() {
        return switch (this) {
            case Author _ -> "author";
            case WholeList _ -> "list";
            case Both _ -> "both";
            case Fixed(var address) -> address.written();
        };
    }
}
