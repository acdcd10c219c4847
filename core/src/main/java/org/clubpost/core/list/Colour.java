package org.clubpost.core.list;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the sRGB space, opaque. It is written as in CSS (CSS Color 4, section 5.2): {@code #0a6152}.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {

    private static final Pattern SHAPE = Pattern.compile("#?([0-9a-f]{3}|[0-9a-f]{6})");

    /** Reads three or six hexadecimal digits, with {@code #} or without; empty when the text is something else. */
    public static Optional<Colour> parse(String text) {
        var shape = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!shape.matches()) {
            return Optional.empty();
        }
        var digits = shape.group(1).length() == 6 ? shape.group(1) : shape.group(1).replaceAll("[0-9a-f]", "$0$0");
        return Optional.of(new Colour(octet(digits, 0), octet(digits, 2), octet(digits, 4)));
    }

    private static int octet(String digits, int at) {
        return HexFormat.fromHexDigits(digits, at, at + 2);
    }

    /** As CSS writes it: {@code #} and six digits in lower case. */
    public String text() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
