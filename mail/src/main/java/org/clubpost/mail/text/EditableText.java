package org.clubpost.mail.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.mail.charset.Reading;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.TransferEncoding;

/**
 * A text part whose ASCII characters can be found and whose other characters are left alone: its bytes are never
 * decoded and encoded again unless its charset has to change.
 *
 * @param entity the part as it was
 * @param pieces its decoded bytes, with slots
 * @param charset what the bytes are in: UTF-8 or a one-byte charset that extends ASCII
 */
public record EditableText(Entity entity, List<Piece> pieces, Charset charset) implements TextPart {

    /** Copies the list. */
    public EditableText {
        pieces = List.copyOf(pieces);
    }

    /** Whether it is HTML; else it is plain text. */
    public boolean isHtml() {
        return entity.contentType().is("text", "html");
    }

    /** Whether it is plain text of format=flowed (RFC 3676). */
    public boolean isFlowed() {
        return !isHtml()
                && entity.contentType().parameter("format").orElse("").toLowerCase(Locale.ROOT).equals("flowed");
    }

    /** Whether a piece is signed as it stands, so that nothing in it may change. */
    public boolean isSigned(Piece piece) {
        return !isHtml() && ClearSigned.is(piece);
    }

    /** Whether all that it says is signed. */
    public boolean isAllSigned() {
        return pieces.stream().anyMatch(this::isSigned) && pieces.stream().allMatch(piece -> isSigned(piece)
                || (piece instanceof Piece.Fixed(Octets octets) && octets.latin1().isBlank()));
    }

    /** With other pieces, in the same charset. */
    public EditableText with(List<Piece> others) {
        return new EditableText(entity, others, charset);
    }

    /**
     * This text in a charset that has all characters of {@code addition}: its own, if that will do, else UTF-8. It
     * stays as it is, and {@link #holds} says so, where it cannot be UTF-8.
     */
    public EditableText holding(String addition) {
        return holds(addition) ? this : inUtf8();
    }

    /**
     * Whether the charset has all the characters, and by the book the charset of the label has them too, at the same
     * bytes: not every reader knows that a label stands for more than it says.
     */
    public boolean holds(String addition) {
        Optional<Octets> written = Charsets.encode(addition, charset);
        return written.isPresent() && (charset.equals(StandardCharsets.UTF_8)
                || Charsets.encode(addition, labelled()).equals(written));
    }

    private Charset labelled() {
        return isUnlabelled() ? StandardCharsets.US_ASCII : Charsets.strictly(label()).orElse(charset);
    }

    private String label() {
        return entity.contentType().parameter("charset").orElse("");
    }

    private boolean isUnlabelled() {
        return Charsets.isAsciiLabel(label());
    }

    /**
     * This text in UTF-8, with U+FFFD for bytes that mean no character. It stays as it is if some of those that are not
     * ASCII are signed.
     */
    public EditableText inUtf8() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return this;
        }
        if (charset.equals(StandardCharsets.US_ASCII)) {
            return new EditableText(entity, pieces, StandardCharsets.UTF_8);
        }
        List<Piece> converted = new ArrayList<>();
        for (Piece piece : pieces) {
            if (isSigned(piece) && !isAscii(piece)) {
                return this;
            }
            converted.add(piece instanceof Piece.Fixed(Octets octets)
                    ? new Piece.Fixed(inUtf8(octets, converted.isEmpty()))
                    : piece);
        }
        return new EditableText(entity, converted, StandardCharsets.UTF_8);
    }

    private Octets inUtf8(Octets octets, boolean isFirst) {
        String text = Reading.of(octets.toByteArray(), charset).text();
        return Octets.of((isFirst && isHtml() ? MetaCharset.inUtf8(text) : text).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isAscii(Piece piece) {
        return piece instanceof Piece.Fixed(Octets octets) && octets.latin1().chars().allMatch(c -> c < 0x80);
    }

    /** The bytes of a text in this part's charset. A character that the charset lacks becomes a question mark. */
    public Piece.Fixed piece(String addition) {
        return new Piece.Fixed(Octets.of(addition.getBytes(charset)));
    }

    /** Whether a value of the member stands in the text. */
    public boolean hasSlot(MemberValue value) {
        return pieces.stream().anyMatch(piece -> piece instanceof Piece.Slot(MemberValue there, _) && there == value);
    }

    /** The part with this text for its body, and its Content-Type and Content-Transfer-Encoding set to match. */
    public Entity close() {
        TransferEncoding encoding = encoding();
        Header header = entity.header();
        if (encoding != entity.transferEncoding() || !header.has("Content-Transfer-Encoding")) {
            header = header.with("Content-Transfer-Encoding", encoding.token());
        }
        ContentType type = entity.contentType();
        boolean isNamed = isUnlabelled()
                // Readers guess no worse than we do.
                ? !charset.equals(StandardCharsets.UTF_8)
                : Charsets.named(label()).equals(Optional.of(charset));
        if (!isNamed) {
            header = header.with(type.with("charset", charset.name().toLowerCase(Locale.ROOT)).toField());
        }
        Octets separator = entity.separator().isEmpty() ? Octets.latin1("\r\n") : entity.separator();
        return new Entity(header, separator, new Body.Edited(pieces));
    }

    private TransferEncoding encoding() {
        TransferEncoding given = entity.transferEncoding();
        if (given == TransferEncoding.BASE64 || given == TransferEncoding.QUOTED_PRINTABLE) {
            return given;
        }
        return SafeTransfer.forText(pieces);
    }
}
