package org.clubpost.core.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a token. Only this is stored, so that reading the table gives nobody a link that works.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenDigest(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException when these are not 64 hexadecimal digits
     */
    public TokenDigest {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a token digest");
        }
    }

    /** The digest of a token as it stands in a link. */
    public static TokenDigest of(String token) {
        try {
            return new TokenDigest(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
