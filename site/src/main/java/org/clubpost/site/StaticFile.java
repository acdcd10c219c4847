package org.clubpost.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is the same for every visitor.
 *
 * @param path where it is found, beginning with a slash
 * @param contentType what it is (RFC 9110 section 8.3)
 * @param text what it holds; its octets are in UTF-8
 */
public record StaticFile(String path, String contentType, String text) {

    /** Its octets. */
    public byte[] octets() {
        return text.getBytes(UTF_8);
    }

    /**
     * Its entity tag with the quotation marks (RFC 9110 section 8.8.3), which changes exactly when the content does.
     */
    public String etag() {
        try {
            return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets()), 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
