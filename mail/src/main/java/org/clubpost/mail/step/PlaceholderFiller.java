package org.clubpost.mail.step;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.field.EncodedWords;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.HtmlText;
import org.clubpost.mail.text.Placeholder;
import org.clubpost.mail.text.PlaceholderScanner;

/** Turns placeholders into slots, or into the list's own values where every member has the same. */
final class PlaceholderFiller {

    private final PostContext context;
    private final String archive;

    /** Fills what is typed in that mail. */
    PlaceholderFiller(Entity mail, PostContext context) {
        this.context = context;
        this.archive = Archive.of(context).closest(mail);
    }

    /** A text with every placeholder filled; the same pieces if it has none. */
    EditableText fill(EditableText given) {
        if (given.pieces().stream()
                .noneMatch(piece -> piece instanceof Piece.Fixed fixed && !find(fixed, given).isEmpty())) {
            return given;
        }
        EditableText text = given.isHtml() ? given : roomFor(given);
        List<Piece> filled = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Fixed fixed) {
                int at = 0;
                for (PlaceholderScanner.Found found : find(fixed, text)) {
                    filled.add(new Piece.Fixed(fixed.octets().slice(at, found.from())));
                    filled.add(value(found, text));
                    at = found.to();
                }
                filled.add(new Piece.Fixed(fixed.octets().slice(at)));
            } else {
                filled.add(piece);
            }
        }
        return text.with(filled.stream().filter(piece -> !piece.equals(new Piece.Fixed(Octets.EMPTY))).toList());
    }

    private static List<PlaceholderScanner.Found> find(Piece.Fixed fixed, EditableText text) {
        return text.isSigned(fixed)
                ? List.of()
                : PlaceholderScanner.find(fixed.octets().latin1(), text.isHtml());
    }

    /** Plain text in a charset that has the characters of the values. A name may have any character. */
    private EditableText roomFor(EditableText text) {
        boolean named = text.pieces().stream().anyMatch(piece -> piece instanceof Piece.Fixed fixed
                && find(fixed, text).stream().anyMatch(found -> found.placeholder() == Placeholder.MEMBER_NAME));
        return text.holding(named ? Footer.ANY_NAME : context.list().profile().name());
    }

    private Piece value(PlaceholderScanner.Found found, EditableText text) {
        return switch (found.placeholder()) {
            case LIST_NAME -> text.piece(written(context.list().profile().name(), found, text));
            case ARCHIVE_URL -> text.piece(text.isHtml() ? HtmlText.escape(archive) : archive);
            default -> slot(found.placeholder(), form(found, text));
        };
    }

    private static String written(String value, PlaceholderScanner.Found found, EditableText text) {
        if (found.inUrl()) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
        return text.isHtml() ? HtmlText.escape(value) : value;
    }

    private static Piece.Form form(PlaceholderScanner.Found found, EditableText text) {
        boolean isPersonal = found.placeholder() == Placeholder.MEMBER_NAME
                || found.placeholder() == Placeholder.MEMBER_EMAIL;
        if (found.inUrl() && isPersonal) {
            return Piece.Form.URL_PART;
        }
        return text.isHtml() ? Piece.Form.HTML : Piece.Form.TEXT;
    }

    private static Piece.Slot slot(Placeholder placeholder, Piece.Form form) {
        MemberValue value = switch (placeholder) {
            case UNSUBSCRIBE_URL -> MemberValue.UNSUBSCRIBE_URL;
            case MANAGE_URL -> MemberValue.MANAGE_URL;
            case MEMBER_NAME -> MemberValue.MEMBER_NAME;
            case MEMBER_EMAIL -> MemberValue.MEMBER_EMAIL;
            case LIST_NAME, ARCHIVE_URL -> throw new IllegalArgumentException("the same for every member");
        };
        return new Piece.Slot(value, form);
    }

    /**
     * The body of a Subject field, all in encoded words. A reader drops the white space between two of them (RFC 2047
     * section 6.2), so the pieces come together as they were typed.
     */
    List<Piece> fillSubject(String subject) {
        List<Piece> filled = new ArrayList<>();
        int at = 0;
        for (PlaceholderScanner.Found found : PlaceholderScanner.find(subject, false)) {
            addText(filled, subject.substring(at, found.from()));
            switch (found.placeholder()) {
                case LIST_NAME -> addText(filled, context.list().profile().name());
                case ARCHIVE_URL -> addText(filled, archive);
                default -> filled.add(slot(found.placeholder(), Piece.Form.HEADER_TEXT));
            }
            at = found.to();
        }
        addText(filled, subject.substring(at));
        return filled;
    }

    private static void addText(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Fixed(Octets.latin1(EncodedWords.folded(text))));
        }
    }
}
