package org.clubpost.mail.mime;

import java.util.Locale;

/** A content transfer encoding (RFC 2045 section 6). */
public enum TransferEncoding {
    /** Short lines of ASCII, as they are. */
    SEVEN_BIT("7bit"),
    /** Short lines of any bytes but NUL, as they are. */
    EIGHT_BIT("8bit"),
    /** Any bytes, as they are. */
    BINARY("binary"),
    /** RFC 2045 section 6.7. */
    QUOTED_PRINTABLE("quoted-printable"),
    /** RFC 2045 section 6.8. */
    BASE64("base64"),
    /** An encoding that nobody defined, or that we do not read, such as x-uuencode. */
    UNKNOWN("x-unknown");

    private final String token;

    TransferEncoding(String token) {
        this.token = token;
    }

    /** The name in a Content-Transfer-Encoding field. */
    public String token() {
        return token;
    }

    /** Whether the body stands in the mail as it is. */
    public boolean isIdentity() {
        return this == SEVEN_BIT || this == EIGHT_BIT || this == BINARY;
    }

    /** Reads a field body; comments, parameters and white space after the token are ignored. */
    static TransferEncoding parse(String value) {
        int end = 0;
        while (end < value.length() && " \t;,(".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        String name = value.substring(0, end).toLowerCase(Locale.ROOT);
        for (TransferEncoding encoding : values()) {
            if (encoding != UNKNOWN && encoding.token.equals(name)) {
                return encoding;
            }
        }
        return switch (name) {
            case "" -> SEVEN_BIT;
            case "7-bit" -> SEVEN_BIT;
            case "8-bit" -> EIGHT_BIT;
            default -> UNKNOWN;
        };
    }
}
