package org.clubpost.mail.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            declared = Charsets.named(type.parameter("charset").orElse("us-ascii")).orElse(StandardCharsets.UTF_8);
            return new EditableText(entity, cut(entity, pieces), declared);
        }
        if (!(entity.body() instanceof Body.Leaf(Octets body))) {
            return new Undecodable("not a single text");
        }
        Optional<Octets> decoded = TransferDecoder.decode(body, entity.transferEncoding());
        if (decoded.isEmpty()) {
            return new Undecodable("its transfer encoding cannot be read");
        }
        return open(entity, decoded.get(), type.parameter("charset").orElse("").strip());
    }

    private static TextPart open(Entity entity, Octets content, String name) {
        if (name.isEmpty() || Charsets.named(name).equals(Optional.of(StandardCharsets.US_ASCII))) {
            return new EditableText(entity, fixed(entity, content), Charsets.guess(content));
        }
        Optional<Charset> charset = Charsets.named(name);
        if (charset.isEmpty()) {
            return new Undecodable("its character set is unknown");
        }
        if (Charsets.extendsAscii(charset.get())) {
            return new EditableText(entity, fixed(entity, content), charset.get());
        }
        return Charsets.toUtf8(content, charset.get())
                .<TextPart>map(utf8 -> new EditableText(entity, fixed(entity, utf8), StandardCharsets.UTF_8))
                .orElseGet(() -> new Undecodable("its characters do not fit its character set"));
    }

    private static List<Piece> fixed(Entity entity, Octets content) {
        return cut(entity, List.of(new Piece.Fixed(content)));
    }

    /** Plain text, in which each signed stretch is a piece of its own. */
    private static List<Piece> cut(Entity entity, List<Piece> pieces) {
        return entity.contentType().is("text", "html")
                ? pieces
                : pieces.stream().flatMap(piece -> switch (piece) {
                    case Piece.Fixed(Octets octets) when !octets.isEmpty() -> ClearSigned.cut(octets).stream();
                    case Piece.Fixed _,Piece.Slot _ -> Stream.of(piece);
                }).toList();
    }
}
