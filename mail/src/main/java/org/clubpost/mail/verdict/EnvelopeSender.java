package org.clubpost.mail.verdict;

import java.util.regex.Pattern;

import org.clubpost.core.address.EmailAddress;

/** The envelope sender (RFC 5321 section 4.1.1.2), from the Return-Path field of the receiving side. */
public sealed interface EnvelopeSender {

    /**
     * An address.
     *
     * @param address where a bounce would go
     */
    record Address(EmailAddress address) implements EnvelopeSender {}

    /** The null sender {@code <>}: a bounce, or another mail that must not be answered (RFC 5321 section 4.5.5). */
    record Null() implements EnvelopeSender {}

    /** No sender was recorded, or the one recorded is not a plain address. */
    record Unknown() implements EnvelopeSender {

        /** The shape that a path has between angle brackets, or without them. */
        private static final Pattern PATH = Pattern.compile("<?([^<>\\s]*)>?");
    }

    /** Reads the body of a Return-Path field. */
    static EnvelopeSender parse(String value) {
        var path = Unknown.PATH.matcher(value.strip());
        if (!path.matches() || value.isBlank()) {
            return new Unknown();
        }
        return path.group(1).isEmpty()
                ? new Null()
                : EmailAddress.parse(path.group(1)).<EnvelopeSender>map(Address::new).orElseGet(Unknown::new);
    }
}
