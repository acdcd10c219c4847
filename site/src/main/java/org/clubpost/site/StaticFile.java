package org.clubpost.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A file that is the same for every visitor. */
public final class StaticFile {

    private final String path;
    private final String contentType;
    private final byte[] octets;

    private StaticFile(String path, String contentType, byte[] octets) {
        this.path = path;
        this.contentType = contentType;
        this.octets = octets;
    }

    /** A text, whose octets are in UTF-8. */
    static StaticFile text(String path, String contentType, String text) {
        return new StaticFile(path, contentType, text.getBytes(UTF_8));
    }

    /** The octets of that resource. */
    static StaticFile resource(String path, String contentType, String resource) {
        return new StaticFile(path, contentType, Resources.octets(resource));
    }

    /** Where it is found, beginning with a slash. */
    public String path() {
        return path;
    }

    /** What it is (RFC 9110 section 8.3). */
    public String contentType() {
        return contentType;
    }

    /** Its octets. */
    public byte[] octets() {
        return Arrays.copyOf(octets, octets.length);
    }

    /**
     * Its entity tag with the quotation marks (RFC 9110 section 8.8.3), which changes exactly when the content does.
     */
    public String etag() {
        try {
            return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets), 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
