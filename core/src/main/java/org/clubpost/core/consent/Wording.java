package org.clubpost.core.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The very words that somebody was shown before they agreed.
 *
 * @param digest their SHA-256 (of their UTF-8), as 64 hexadecimal digits; the record of consent has it
 * @param words the words
 */
public record Wording(String digest, String words) {

    /** These words. */
    public static Wording of(String words) {
        try {
            return new Wording(HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8))), words);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
