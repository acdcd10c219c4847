package org.clubpost.mail.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.TextBodies;
import org.clubpost.mail.text.TextPart;

/**
 * Puts the list's footer, with the member's own link to leave, under the text of the mail. Each alternative of the text
 * that is plain text or HTML gets it. A text in which the author typed that link has it already. A text that cannot be
 * read, or is signed as a whole, stays as it is. Then the link in the header must do, as it must under a signature or
 * an encryption. A multipart/mixed without any text gets a part for the footer.
 */
final class AddFooter implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        var footer = new Footer(mail, context);
        return TextBodies.MAIN.edit(mail, part -> switch (TextPart.open(part)) {
            case TextPart.Undecodable _ -> part;
            case EditableText text when text.hasSlot(MemberValue.UNSUBSCRIBE_URL) || text.isAllSigned() -> part;
            case EditableText text -> text.isHtml() ? inHtml(text, footer).close() : inPlainText(text, footer).close();
        }).orElseGet(() -> inPartOfItsOwn(mail, footer));
    }

    /** A mail that is all attachments gets the footer as its last part; a single attachment stays alone. */
    private static Entity inPartOfItsOwn(Entity mail, Footer footer) {
        if (!mail.contentType().is("multipart", "mixed") || !(mail.body() instanceof Body.Multipart multipart)) {
            return mail;
        }
        var empty = new Entity(new Header(List.of(ContentType.DEFAULT.with("charset", "us-ascii").toField(),
                HeaderLine.Field.of("Content-Disposition", "inline"))), Octets.latin1("\r\n"),
                new Body.Edited(List.of()));
        EditableText text = inPlainText(new EditableText(empty, List.of(), StandardCharsets.US_ASCII), footer);
        String boundary = mail.contentType().parameter("boundary").orElseThrow().stripTrailing();
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        parts.add(new Body.Part(Octets.latin1("\r\n--" + boundary + "\r\n"), text.close()));
        return mail.with(multipart.with(parts));
    }

    private static EditableText inPlainText(EditableText given, Footer footer) {
        EditableText text = given.holding(footer.characters());
        String lineEnd = lineEnd(text);
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
        if (!text.pieces().isEmpty()) {
            gap.append(lineEnd);
        }
        List<Piece> pieces = new ArrayList<>(text.pieces());
        pieces.add(text.piece(gap.toString()));
        String body = footer.plainText().replace("\n", lineEnd);
        pieces.addAll(footer.fill(text.with(List.of(text.piece(body)))).pieces());
        return text.with(pieces);
    }

    private static EditableText inHtml(EditableText text, Footer footer) {
        Piece block = text.piece(footer.html());
        List<Piece> filled = footer.fill(text.with(List.of(block))).pieces();
        List<Piece> pieces = new ArrayList<>(text.pieces());
        EndOfHtml.of(pieces).ifPresentOrElse(end -> {
            Octets octets = ((Piece.Fixed) pieces.get(end.piece())).octets();
            pieces.set(end.piece(), new Piece.Fixed(octets.slice(0, end.at())));
            pieces.addAll(end.piece() + 1, filled);
            pieces.add(end.piece() + 1 + filled.size(), new Piece.Fixed(octets.slice(end.at())));
        }, () -> pieces.addAll(filled));
        return text.with(pieces);
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
}
