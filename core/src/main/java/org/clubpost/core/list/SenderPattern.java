package org.clubpost.core.list;

import java.util.Locale;
import java.util.Optional;

import org.clubpost.core.address.EmailAddress;

/**
 * One address, or a domain with everything below it: {@code anna@club.example}, or {@code club.example}.
 *
 * @param text as written, in lower case, a domain in its ASCII form
 */
public record SenderPattern(String text) {

    /**
     * @throws IllegalArgumentException when it is neither; for text from outside use {@link #parse}
     */
    public SenderPattern {
        if (!canonical(text).equals(Optional.of(text))) {
            throw new IllegalArgumentException("neither an address nor a domain");
        }
    }

    /** Reads a pattern as typed; a domain may have an {@code @} before it. */
    public static Optional<SenderPattern> parse(String typed) {
        return canonical(typed.strip().replaceFirst("^@", "")).map(SenderPattern::new);
    }

    private static Optional<String> canonical(String text) {
        return text.contains("@")
                ? EmailAddress.parse(text).map(EmailAddress::compared)
                : EmailAddress.parse("x@" + text.toLowerCase(Locale.ROOT)).map(EmailAddress::domain);
    }

    /** Whether the address is that address, or is in that domain. */
    public boolean matches(EmailAddress address) {
        return text.contains("@")
                ? address.compared().equals(text)
                : address.domain().equals(text) || address.domain().endsWith("." + text);
    }

    /** Says that this is a pattern, but not which one. */
    @Override
    public String toString() {
        return "SenderPattern[hidden]";
    }
}
