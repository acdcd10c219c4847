package org.clubpost.mail.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.EditableText;

/** Writes the footer at the end of a text, in the text's own way. */
final class TextFooter {

    private final Footer footer;

    TextFooter(Footer footer) {
        this.footer = footer;
    }

    /** The text with the footer at its end; empty if it cannot be written there so that everybody can read it. */
    Optional<EditableText> under(EditableText text) {
        return text.isHtml() ? underHtml(text) : underPlainText(text);
    }

    /** A part that holds the footer and nothing else. */
    Entity alone() {
        var empty = new Entity(new Header(List.of(ContentType.DEFAULT.with("charset", "us-ascii").toField(),
                HeaderLine.Field.of("Content-Disposition", "inline"))), Octets.latin1("\r\n"),
                new Body.Edited(List.of()));
        var text = new EditableText(empty, List.of(), StandardCharsets.US_ASCII);
        return underPlainText(text).orElseThrow().close();
    }

    private Optional<EditableText> underPlainText(EditableText given) {
        EditableText text = given.holding(footer.characters());
        if (Charsets.encode(footer.characters(), text.charset()).isEmpty()) {
            return Optional.empty();
        }
        String lineEnd = lineEnd(text);
        List<Piece> pieces = new ArrayList<>(text.pieces());
        pieces.add(text.piece(gap(text, lineEnd)));
        String body = footer.plainText().replace("\n", lineEnd);
        pieces.addAll(footer.fill(text.with(List.of(text.piece(body)))).pieces());
        return Optional.of(text.with(pieces));
    }

    /** What ends the last line and leaves one empty; nothing above the footer if it is all that there is. */
    private static String gap(EditableText text, String lineEnd) {
        var gap = new StringBuilder();
        Octets last = last(text);
        if (!last.isEmpty() && last.lineEndLength() == 0) {
            gap.append(lineEnd);
        }
        if (text.isFlowed() && last.withoutLineEnd().length() > 0
                && last.withoutLineEnd().at(last.withoutLineEnd().length() - 1) == ' ') {
            // The last line would flow on into ours; an empty one ends its paragraph (RFC 3676 section 4.1).
            gap.append(lineEnd);
        }
        return text.pieces().isEmpty() ? "" : gap.append(lineEnd).toString();
    }

    private static Octets last(EditableText text) {
        if (text.pieces().isEmpty()) {
            return Octets.EMPTY;
        }
        return text.pieces().getLast() instanceof Piece.Fixed(Octets octets) ? octets : Octets.latin1("x");
    }

    /** The line end that the text uses: CRLF, unless it was encoded with bare LFs. */
    private static String lineEnd(EditableText text) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Fixed(Octets octets)) {
                int newline = octets.indexOf((byte) '\n', 0);
                if (newline >= 0) {
                    return newline > 0 && octets.at(newline - 1) == '\r' ? "\r\n" : "\n";
                }
            }
        }
        return "\r\n";
    }

    private Optional<EditableText> underHtml(EditableText text) {
        return EndOfHtml.of(text.pieces()).map(end -> {
            Piece block = text.piece(end.endTags() + footer.html());
            List<Piece> filled = footer.fill(text.with(List.of(block))).pieces();
            List<Piece> pieces = new ArrayList<>(text.pieces());
            if (end.piece() == pieces.size()) {
                pieces.addAll(filled);
                return text.with(pieces);
            }
            if (pieces.get(end.piece()) instanceof Piece.Fixed(Octets octets)) {
                pieces.set(end.piece(), new Piece.Fixed(octets.slice(0, end.at())));
                pieces.add(end.piece() + 1, new Piece.Fixed(octets.slice(end.at())));
                pieces.addAll(end.piece() + 1, filled);
            }
            return text.with(pieces);
        });
    }
}
