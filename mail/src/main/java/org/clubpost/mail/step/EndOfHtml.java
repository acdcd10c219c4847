package org.clubpost.mail.step;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * Finds where the page of an HTML text ends for its reader. This is the last {@code </body>}, or failing that the last
 * {@code </html>}. One in a comment (including Outlook's conditional ones), a script, a style, a title or a text field
 * does not count. If one of these is not closed, the page ends before it, because nothing behind it is shown.
 */
final class EndOfHtml {

    private static final String COMMENT = "<!--";
    private static final List<String> RAW = List.of("script", "style", "title", "textarea");

    private Optional<Spot> body = Optional.empty();
    private Optional<Spot> page = Optional.empty();
    private Optional<Hidden> hidden = Optional.empty();

    private EndOfHtml() {}

    /**
     * A place in a text.
     *
     * @param piece the number of a fixed piece
     * @param at how many octets of the piece stand before the place
     */
    record Spot(int piece, int at) {}

    /** A part that is not shown: where it begins, and what ends it. */
    private record Hidden(Spot from, String end) {}

    /** The place; empty when it is the end of the text. */
    static Optional<Spot> of(List<Piece> pieces) {
        var search = new EndOfHtml();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Fixed(Octets octets)) {
                search.look(i, octets.latin1().toLowerCase(Locale.ROOT));
            }
        }
        return search.body.or(() -> search.page).or(() -> search.hidden.map(Hidden::from));
    }

    private void look(int piece, String text) {
        int at = 0;
        while (at >= 0) {
            at = hidden.isPresent() ? leave(text, at, hidden.get().end()) : pass(piece, text, text.indexOf('<', at));
        }
    }

    /** Where to go on looking behind the hidden part; -1 when it does not end here. */
    private int leave(String text, int at, String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            return -1;
        }
        hidden = Optional.empty();
        return found + end.length();
    }

    /** Where to go on looking behind that {@code <}; -1 when there is none. */
    private int pass(int piece, String text, int at) {
        if (at < 0) {
            return -1;
        }
        var here = new Spot(piece, at);
        if (text.startsWith("</body", at)) {
            body = Optional.of(here);
        } else if (text.startsWith("</html", at)) {
            page = Optional.of(here);
        } else if (text.startsWith(COMMENT, at)) {
            hidden = Optional.of(new Hidden(here, "-->"));
            return at + 2; // "<!-->" is a whole comment.
        } else {
            hidden = RAW.stream().filter(name -> opens(text, at, name)).findFirst()
                    .map(name -> new Hidden(here, "</" + name));
        }
        return at + 1;
    }

    private static boolean opens(String text, int at, String name) {
        int end = at + 1 + name.length();
        return text.startsWith(name, at + 1) && end < text.length() && !Character.isLetterOrDigit(text.charAt(end));
    }
}
