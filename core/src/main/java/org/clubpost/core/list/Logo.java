package org.clubpost.core.list;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A club's picture, small enough to stand within its pages: no other server is asked for it, and it has no address of
 * its own. {@link LogoFile} makes one from a file.
 *
 * @param mediaType {@code image/png}, {@code image/jpeg}, {@code image/webp} or {@code image/svg+xml}
 * @param base64 its octets (RFC 4648 section 4)
 */
public record Logo(String mediaType, String base64) {

    /** The most octets of a picture. The settings of a list are read with every page, and this is among them. */
    public static final int MAX_OCTETS = 16 * 1024;

    private static final Pattern DATA = Pattern
            .compile("data:(image/(?:png|jpeg|webp|svg\\+xml));base64,([A-Za-z0-9+/]++={0,2})");

    /** Reads what {@link #dataUrl} wrote. The octets are not looked at: whoever stored them did that. */
    public static Optional<Logo> parse(String dataUrl) {
        var data = DATA.matcher(dataUrl);
        return data.matches() && data.group(2).length() <= (MAX_OCTETS + 2) / 3 * 4
                ? Optional.of(new Logo(data.group(1), data.group(2)))
                : Optional.empty();
    }

    /** The picture as a URL that holds it (RFC 2397). */
    public String dataUrl() {
        return "data:" + mediaType + ";base64," + base64;
    }

    /** Its octets. */
    public byte[] octets() {
        return Base64.getDecoder().decode(base64);
    }
}
