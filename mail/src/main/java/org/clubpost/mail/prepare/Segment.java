package org.clubpost.mail.prepare;

import java.util.List;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/** What a prepared mail is made of, in the order in which it is written. */
sealed interface Segment {

    /**
     * Bytes that every copy has.
     *
     * @param octets the bytes as they go out
     */
    record Fixed(Octets octets) implements Segment {}

    /**
     * Bytes that the copies in the list's language have as well.
     *
     * @param segment the number of the {@link Fixed} segment of those copies
     * @param from where the bytes begin in it
     * @param octets the bytes
     */
    record Again(int segment, int from, Octets octets) implements Segment {}

    /**
     * A value that is written as its form says: in a header, or in a text that is not encoded.
     *
     * @param value which
     * @param form how
     */
    record Plain(MemberValue value, Piece.Form form) implements Segment {}

    /**
     * A value inside quoted-printable text, which ends in a soft line break before it and begins after one.
     *
     * @param value which
     * @param form how it is written before it is encoded
     * @param breakAfter whether more text follows on the line, so that a soft line break must come after the value
     */
    record Quoted(MemberValue value, Piece.Form form, boolean breakAfter) implements Segment {}

    /**
     * The rest of a base64 text from its first slot on. It is encoded in one go, because the value in a slot moves
     * everything after it by some bytes.
     *
     * @param run fixed bytes, not encoded yet, and slots
     */
    record Base64(Base64Run run) implements Segment {

        /** A run of these pieces. */
        static Base64 of(List<Piece> pieces) {
            return new Base64(Base64Run.of(pieces));
        }
    }
}
