package org.clubpost.core.address;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the phone numbers of a country begin (ITU-T E.164), such as {@code +49}; or of a part of one, such as
 * {@code +1204}.
 *
 * @param text a {@code +} and 1 to 4 digits
 */
public record CountryCode(String text) {

    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,3}");

    /**
     * @throws IllegalArgumentException when it is none; for text from outside use {@link #parse}
     */
    public CountryCode {
        if (!PREFIX.matcher(text).matches()) {
            throw new IllegalArgumentException("not a country code");
        }
    }

    /** Reads a code as typed. */
    public static Optional<CountryCode> parse(String typed) {
        return Optional.of(typed.strip()).filter(PREFIX.asMatchPredicate()).map(CountryCode::new);
    }
}
