package org.clubpost.core.list;

import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;

/**
 * A domain, or all domains below one: {@code club.example}, or {@code *.club.example}, which does not mean {@code
 * club.example} itself.
 *
 * @param text as written, in lower case and ASCII form
 */
public record DomainPattern(String text) {

    private static final String ANY_BELOW = "*.";

    /**
     * @throws IllegalArgumentException when it is neither; for text from outside use {@link #parse}
     */
    public DomainPattern {
        if (!canonical(text).equals(Optional.of(text))) {
            throw new IllegalArgumentException("not a domain");
        }
    }

    /** Reads a pattern as typed; it may have an {@code @} before it, and letters of any script. */
    public static Optional<DomainPattern> parse(String typed) {
        return canonical(typed.strip().replaceFirst("^@", "")).map(DomainPattern::new);
    }

    private static Optional<String> canonical(String text) {
        var before = text.startsWith(ANY_BELOW) ? ANY_BELOW : "";
        return EmailAddress.parse("x@" + text.substring(before.length()).toLowerCase(Locale.ROOT))
                .map(address -> before + address.domain());
    }

    /** Whether the address is in that domain, or in one of those domains. */
    public boolean matches(EmailAddress address) {
        return text.startsWith(ANY_BELOW)
                ? address.domain().endsWith(text.substring(1))
                : address.domain().equals(text);
    }

    /**
     * How closely it says which domain is meant. Of two patterns that match an address, the one with the greater number
     * counts: the domain itself before a wildcard, and a longer wildcard before a shorter one.
     */
    int closeness() {
        return text.startsWith(ANY_BELOW) ? text.length() : Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return text;
    }
}
