package org.clubpost.mail;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.QuotedPrintable;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.TextPart;

/** The tree of {@code mail.mime}, with texts opened as the steps open them. */
final class OurTree implements Tree {

    @Override
    public byte[] untouched(byte[] mail) {
        return MimeWriter.toOctets(MimeParser.parse(Octets.of(mail))).toByteArray();
    }

    @Override
    public Optional<byte[]> withLine(byte[] mail, String line) {
        return withFirstText(MimeParser.parse(Octets.of(mail)), text -> switch (TextPart.open(text)) {
            case EditableText open -> Optional.of(withLine(open, line));
            case TextPart.Undecodable _ -> Optional.empty();
        }).map(changed -> MimeWriter.toOctets(changed).toByteArray());
    }

    /** The mail with something else in place of its first text; empty if there is none, or nothing to put there. */
    static Optional<Entity> withFirstText(Entity entity, Function<Entity, Optional<Entity>> change) {
        if (!(entity.body() instanceof Body.Multipart multipart)) {
            return isText(entity) ? change.apply(entity) : Optional.empty();
        }
        for (var i = 0; i < multipart.parts().size(); i++) {
            var part = multipart.parts().get(i);
            if (hasText(part.entity())) {
                var at = i;
                return withFirstText(part.entity(), change).map(changed -> {
                    var parts = new ArrayList<>(multipart.parts());
                    parts.set(at, new Body.Part(part.delimiter(), changed));
                    return entity.with(multipart.with(parts));
                });
            }
        }
        return Optional.empty();
    }

    /** Whether there is a text in it that is no attachment. */
    static boolean hasText(Entity entity) {
        return switch (entity.body()) {
            case Body.Multipart multipart -> multipart.parts().stream().anyMatch(part -> hasText(part.entity()));
            case Body.Leaf _,Body.Edited _ -> isText(entity);
        };
    }

    private static boolean isText(Entity entity) {
        var type = entity.contentType();
        return (type.is("text", "plain") || type.is("text", "html"))
                && entity.disposition().filter("attachment"::equals).isEmpty();
    }

    private static Entity withLine(EditableText text, String line) {
        var pieces = new ArrayList<>(text.pieces());
        pieces.add(text.piece(line));
        var closed = text.with(pieces).close();
        var words = Octets.concat(pieces.stream().flatMap(OurTree::octets).toList());
        return closed.with(new Body.Leaf(switch (closed.transferEncoding()) {
            case QUOTED_PRINTABLE -> QuotedPrintable.encode(words);
            case BASE64 -> Octets.concat(List.of(
                    Octets.of(Base64.getMimeEncoder().encode(words.toByteArray())), Octets.latin1("\r\n")));
            case SEVEN_BIT, EIGHT_BIT, BINARY, UNKNOWN -> words;
        }));
    }

    private static Stream<Octets> octets(Piece piece) {
        return switch (piece) {
            case Piece.Fixed(Octets octets) -> Stream.of(octets);
            case Piece.Slot _ -> throw new IllegalArgumentException("no step has put a slot here");
        };
    }
}
