package org.clubpost.mail.verdict;

import java.util.Locale;
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

    /**
     * An address that real mail has and that we cannot write to: longer than RFC 5321 section 4.5.3.1 allows, as those
     * that forwarders and lists make up; quoted; in UTF-8 (RFC 6531); with two dots; at a host without a domain, or at
     * an address literal.
     *
     * @param path the address
     * @param domain its domain in lower case, in ASCII where that can be; empty when it has none
     */
    record Odd(String path, String domain) implements EnvelopeSender {}

    /** The null sender {@code <>}: a bounce, or another mail that must not be answered (RFC 5321 section 4.5.5). */
    record Null() implements EnvelopeSender {}

    /** No sender was recorded, or the one recorded is not an address. */
    record Unknown() implements EnvelopeSender {

        /** Four times what RFC 5321 section 4.5.3.1.3 allows, and what still fits on a line of a mail. */
        private static final int LONGEST = 960;
        /** The shape that a path has between angle brackets, or without them. */
        private static final Pattern PATH = Pattern.compile("<(.*)>|([^<>]*)");
        /** Hosts to go by (RFC 5321 section 4.1.1.3), which count for nothing. */
        private static final Pattern ROUTE = Pattern.compile("^@[^:\"\\s]++:");
        private static final Pattern ADDRESS = Pattern
                .compile("(?:[^\\s\\p{C}\\p{Z}\"();<>@\\\\]++|\"(?:[^\"\\\\\\p{Cc}]|\\\\[^\\p{Cc}])*+\")"
                        + "@([^\\s\\p{C}\\p{Z}\"(),:;<>@\\[\\]\\\\]++|\\[[^\\s\\p{C}\\p{Z}\"();<>@\\[\\]\\\\]++\\])");
    }

    /** Reads the body of a Return-Path field. */
    static EnvelopeSender parse(String value) {
        var path = Unknown.PATH.matcher(value.strip());
        if (!path.matches() || value.isBlank()) {
            return new Unknown();
        }
        var inside = path.group(1) == null ? path.group(2) : path.group(1);
        return inside.isEmpty() ? new Null() : ofAddress(inside);
    }

    /**
     * Reads the address that a MAIL command has between its angle brackets (RFC 5321 section 4.1.2).
     *
     * @return never {@link Null}
     */
    static EnvelopeSender ofAddress(String path) {
        var typed = path.length() > Unknown.LONGEST ? "" : Unknown.ROUTE.matcher(path).replaceFirst("");
        var address = Unknown.ADDRESS.matcher(typed);
        if (!address.matches()) {
            return new Unknown();
        }
        return EmailAddress.parse(typed).<EnvelopeSender>map(Address::new)
                .orElseGet(() -> new Odd(typed, domain(address.group(1))));
    }

    private static String domain(String typed) {
        return typed.startsWith("[")
                ? ""
                : EmailAddress.parse("x@" + typed).map(EmailAddress::domain)
                        .orElseGet(() -> typed.toLowerCase(Locale.ROOT));
    }
}
