package org.clubpost.mail.mime;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A MIME entity (RFC 2045 section 2.4): a whole mail or one part of a multipart. It is a tree of views of the mail's
 * bytes. Written out without a change, it gives the same bytes, whatever they were. Safe for use by many threads.
 */
public final class Entity {

    private final Header header;
    private final Octets separator;
    private final Body body;
    /** Kept, because every step asks for it and reading a long field takes a while. */
    private volatile @Nullable ContentType contentType;

    /**
     * An entity of these parts.
     *
     * @param header the header block
     * @param separator the empty line after it, with its line end; empty if there is none
     * @param body what follows
     */
    public Entity(Header header, Octets separator, Body body) {
        this.header = header;
        this.separator = separator;
        this.body = body;
    }

    /** The header block. */
    public Header header() {
        return header;
    }

    /** The empty line after the header block, with its line end; empty if there is none. */
    public Octets separator() {
        return separator;
    }

    /** What follows. */
    public Body body() {
        return body;
    }

    /** With another header. */
    public Entity with(Header other) {
        return new Entity(other, separator, body);
    }

    /** With another body. */
    public Entity with(Body other) {
        return new Entity(header, separator, other);
    }

    /**
     * The Content-Type, {@link ContentType#DEFAULT} when there is none. A text is plain text, too, when its field makes
     * no sense (RFC 2045 section 5.2).
     */
    public ContentType contentType() {
        var known = contentType;
        if (known == null) {
            known = header.value("Content-Type").map(value -> OddType.of(value, this)).orElse(ContentType.DEFAULT);
            contentType = known;
        }
        return known;
    }

    /** How the body is encoded for transfer. */
    public TransferEncoding transferEncoding() {
        return header.value("Content-Transfer-Encoding").map(TransferEncoding::parse)
                .orElse(TransferEncoding.SEVEN_BIT);
    }

    /**
     * The disposition type in lower case (RFC 2183 section 2), or nothing if none is given. A text from which no token
     * can be read counts as {@code attachment}, as section 2.8 says of unknown types.
     */
    public Optional<String> disposition() {
        return header.value("Content-Disposition").map(value -> {
            int end = value.indexOf(';');
            return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        });
    }

    /**
     * Whether a signature or an encryption covers the body, so that not one byte inside may change: multipart/signed
     * and multipart/encrypted (RFC 1847), S/MIME's application/pkcs7-mime (RFC 8551 section 3.2).
     */
    public boolean isSealed() {
        ContentType type = contentType();
        return type.is("multipart", "signed") || type.is("multipart", "encrypted")
                || type.is("application", "pkcs7-mime") || type.is("application", "x-pkcs7-mime");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entity entity && header.equals(entity.header) && separator.equals(entity.separator)
                && body.equals(entity.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, separator, body);
    }

    @Override
    public String toString() {
        return "Entity[header=" + header + ", separator=" + separator + ", body=" + body + "]";
    }
}
