package org.clubpost.mail.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.mail.charset.Reading;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.TransferDecoder;

/** A text part of a mail, opened to be looked through and changed. */
public sealed interface TextPart permits EditableText, TextPart.Undecodable {

    /**
     * A text that stays as it is, because we cannot tell its characters.
     *
     * @param reason why, for the owner of the list
     */
    record Undecodable(String reason) implements TextPart {}

    /** Opens a text/plain or text/html leaf. */
    static TextPart open(Entity entity) {
        ContentType type = entity.contentType();
        Charset declared;
        if (entity.body() instanceof Body.Edited(List<Piece> pieces)) {
            String label = type.parameter("charset").orElse("us-ascii");
            declared = Charsets.isAsciiLabel(label)
                    ? StandardCharsets.US_ASCII
                    : Charsets.named(label).filter(Charsets::extendsAscii).orElse(StandardCharsets.UTF_8);
            return new EditableText(entity, cut(entity, pieces), declared);
        }
        if (!(entity.body() instanceof Body.Leaf(Octets body))) {
            return new Undecodable("not a single text");
        }
        Optional<Octets> decoded = TransferDecoder.decodeText(body, entity.transferEncoding());
        if (decoded.isEmpty()) {
            return new Undecodable("its transfer encoding cannot be read");
        }
        return open(entity, decoded.get(), type.parameter("charset").orElse("").strip());
    }

    private static TextPart open(Entity entity, Octets content, String label) {
        Optional<Charset> declared = Charsets.isAsciiLabel(label)
                ? Optional.of(guess(entity, content))
                : Charsets.named(label).or(() -> certain(content));
        if (declared.isEmpty()) {
            return new Undecodable("its character set is unknown");
        }
        Charset charset = declared.get();
        if (Charsets.extendsAscii(charset)) {
            return new EditableText(entity, fixed(entity, content), charset);
        }
        Reading reading = Reading.of(content.toByteArray(), charset);
        if (!reading.isWhole() && certain(content).isPresent()) {
            return new EditableText(entity, fixed(entity, content), StandardCharsets.UTF_8);
        }
        return reading.isLikely()
                ? new EditableText(entity, fixed(entity, inUtf8(entity, reading.text())), StandardCharsets.UTF_8)
                : new Undecodable("its characters do not fit its character set");
    }

    /** What a text is written in whose header says nothing: HTML may say it itself. */
    private static Charset guess(Entity entity, Octets content) {
        Charset guess = Charsets.guess(content);
        return isHtml(entity) && !guess.equals(StandardCharsets.US_ASCII) && !guess.equals(StandardCharsets.UTF_8)
                ? MetaCharset.of(content).orElse(guess)
                : guess;
    }

    private static Octets inUtf8(Entity entity, String text) {
        return Octets.of((isHtml(entity) ? MetaCharset.inUtf8(text) : text).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHtml(Entity entity) {
        return entity.contentType().is("text", "html");
    }

    /** US-ASCII or UTF-8, if it is certain that the text is that, whatever its label says. */
    private static Optional<Charset> certain(Octets content) {
        Charset guess = Charsets.guess(content);
        return guess.equals(StandardCharsets.US_ASCII)
                || (guess.equals(StandardCharsets.UTF_8) && Charsets.decode(content, guess).isPresent())
                        ? Optional.of(guess)
                        : Optional.empty();
    }

    private static List<Piece> fixed(Entity entity, Octets content) {
        return cut(entity, List.of(new Piece.Fixed(content)));
    }

    /** Plain text, in which each signed stretch is a piece of its own. */
    private static List<Piece> cut(Entity entity, List<Piece> pieces) {
        return isHtml(entity)
                ? pieces
                : pieces.stream().flatMap(piece -> switch (piece) {
                    case Piece.Fixed(Octets octets) when !octets.isEmpty() -> ClearSigned.cut(octets).stream();
                    case Piece.Fixed _,Piece.Slot _ -> Stream.of(piece);
                }).toList();
    }
}
