package org.clubpost.core.list;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;

/**
 * An address that one mail to one person has of its own, for whatever comes back of it: {@code bounces-TOKEN@} (VERP,
 * variable envelope return paths). It has 56 characters before the {@literal @}, of the 64 that RFC 5321 section 4.5.3.1.1
 * allows, and means the same in upper case. No list and no group has a name of that length.
 *
 * @param token what stands behind the hyphen, in lower case
 */
public record ReturnPath(String token) {

    /** How many characters the token has. */
    public static final int TOKEN_LENGTH = 48;

    private static final String PREFIX = "bounces-";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "([0-9a-v]{" + TOKEN_LENGTH + "})");

    /** Reads an address. What has the shape of one need not be one of ours. */
    public static Optional<ReturnPath> read(EmailAddress address) {
        var local = SHAPE.matcher(address.localPart().toLowerCase(Locale.ROOT));
        return local.matches() ? Optional.of(new ReturnPath(local.group(1))) : Optional.empty();
    }

    /** The address in that domain. */
    public EmailAddress at(String domain) {
        return EmailAddress.of(PREFIX + token + "@" + domain);
    }
}
