package org.clubpost.core.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The octets of a whole mail, header and body (RFC 5322), with CRLF line ends. Can be written any number of times, by
 * many threads.
 */
public interface MailContent {

    /** The number of octets that {@link #writeTo} writes. */
    long sizeBytes();

    /**
     * Writes the mail.
     *
     * @throws IOException when the stream throws it; this method has no other cause
     */
    void writeTo(OutputStream out) throws IOException;

    /** The mail in one array that belongs to the caller. */
    default byte[] toByteArray() {
        try {
            var out = new FilledArray(Math.toIntExact(sizeBytes()));
            writeTo(out);
            return out.octets();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail that is held in an array. The array is not copied and must not be changed afterwards. */
    static MailContent of(byte[] octets) {
        return new MailContent() {

            @Override
            public long sizeBytes() {
                return octets.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(octets);
            }
        };
    }
}
