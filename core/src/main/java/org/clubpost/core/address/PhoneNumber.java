package org.clubpost.core.address;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a phone anywhere in the world (ITU-T E.164): a {@code +}, the country code and the rest, 8 to 15 digits
 * together. {@link #toString} does not show it.
 *
 * @param text as in {@code +493012345678}
 */
public record PhoneNumber(String text) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()/.-]");
    /** The zero that is dialled only inside a country; nobody knows whether it belongs to the number. */
    private static final String TRUNK_ZERO = "(0)";

    /**
     * @throws IllegalArgumentException when it is none; for text from outside use {@link #parse}
     */
    public PhoneNumber {
        if (!E164.matcher(text).matches()) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /** Reads a number as typed, with blanks, hyphens, dots, slashes and brackets. It has to begin with a {@code +}. */
    public static Optional<PhoneNumber> parse(String typed) {
        return Optional.of(typed).filter(each -> !each.contains(TRUNK_ZERO))
                .map(each -> BETWEEN.matcher(each).replaceAll("")).filter(E164.asMatchPredicate())
                .map(PhoneNumber::new);
    }

    /** Whether it is in that country. */
    public boolean isIn(CountryCode country) {
        return text.startsWith(country.text());
    }

    /** Says what this is, and not the number. */
    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
