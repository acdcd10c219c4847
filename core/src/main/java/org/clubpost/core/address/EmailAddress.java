package org.clubpost.core.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that can be written to: {@code local-part@domain}, without display name, comment or angle brackets.
 *
 * <p><b>Shape.</b> The local part is a dot-atom of ASCII characters, at most 64 octets (RFC 5321 section 4.5.3.1.1; RFC
 * 5322 section 3.4.1). Quoted local parts and SMTPUTF8 are refused, because SES sends to neither. The domain is a host
 * name of at least two labels, 253 octets at most in its ASCII form; an internationalised domain is accepted and
 * carried in both forms (RFC 5891). The whole has at most 254 octets (RFC 5321 section 4.5.3.1.3). Domain literals are
 * refused.
 *
 * <p><b>Comparison.</b> Two addresses are equal when their {@link #compared()} forms are: the domain in its ASCII form
 * and the local part, both folded to lower case. The address is stored and shown as the person typed it. Dots and
 * {@code +tags} are significant.
 *
 * <p><b>Secrecy.</b> {@link #toString()} does not show the address, so that it cannot slip into a log; use {@link
 * #written()}.
 */
public final class EmailAddress {

    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_ADDRESS = 254;
    private static final Pattern DOT_ATOM = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern HOST_NAME = Pattern
            .compile(
                    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final String written;
    private final String localPart;
    private final String domain;

    private EmailAddress(String written, String localPart, String domain) {
        this.written = written;
        this.localPart = localPart;
        this.domain = domain;
    }

    /**
     * Reads an address as typed. White space around it is ignored.
     *
     * @return the address, or empty when the text is not one that can be written to
     */
    public static Optional<EmailAddress> parse(String text) {
        var written = text.strip();
        var at = written.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART || !DOT_ATOM.matcher(written.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return asciiDomain(written.substring(at + 1))
                .filter(domain -> at + 1 + domain.length() <= MAX_ADDRESS)
                .map(domain -> new EmailAddress(written, written.substring(0, at), domain));
    }

    /**
     * An address that is known to be well formed, such as one built from a list's name and domain.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static EmailAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    private static Optional<String> asciiDomain(String typed) {
        if (typed.length() > MAX_DOMAIN) {
            return Optional.empty();
        }
        try {
            var ascii = isPlain(typed) ? typed.toLowerCase(Locale.ROOT) : InternationalDomain.toAscii(typed);
            return HOST_NAME.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /**
     * Whether the domain is all ASCII and no label claims to be the ASCII form of another one. Nothing has to be
     * translated then, and addresses are read by the hundred thousand.
     */
    private static boolean isPlain(String domain) {
        return domain.chars().allMatch(letter -> letter < 128) && !domain.toLowerCase(Locale.ROOT).contains("xn--");
    }

    /** The address as it was typed, its domain possibly in Unicode. For people, and for what is stored. */
    public String written() {
        return written;
    }

    /** The address as it goes over the wire: the local part as typed, the domain in its lower-case ASCII form. */
    public String ascii() {
        return localPart + "@" + domain;
    }

    /** The form in which addresses are compared: {@link #ascii()}, all in lower case. */
    public String compared() {
        return ascii().toLowerCase(Locale.ROOT);
    }

    /** The part before the {@code @}, as typed. */
    public String localPart() {
        return localPart;
    }

    /** The part after the {@code @}, in its lower-case ASCII form. */
    public String domain() {
        return domain;
    }

    /**
     * The address with all but the first letter of its local part hidden, so that its owner knows it and nobody else
     * does.
     */
    public String masked() {
        return localPart.charAt(0) + "•••@" + domain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && compared().equals(address.compared());
    }

    @Override
    public int hashCode() {
        return compared().hashCode();
    }

    /** Says that this is an address, but not which one. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
