package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * Where the page of an HTML text ends for its reader: behind all that is shown, and not inside of anything. This is the
 * first {@code </body>} or {@code </html>} behind which nothing more is shown, for browsers show what follows one. If
 * there is none, it is the end of the text, or the place where a comment, a script or a tag begins that is not closed,
 * because nothing behind it is shown. Tags are read as browsers do (WHATWG HTML, section 13.2.5).
 *
 * @param piece the number of a piece, or how many there are when it is the end of the text
 * @param at how many octets of the piece stand before the place
 * @param endTags what closes the elements that are open there
 */
record EndOfHtml(int piece, int at, String endTags) {

    private static final int LONGEST_NAME = 40;

    /** Elements whose content is no markup and is not shown, and those whose content is shown as it is. */
    private static final Set<String> HIDDEN = Set.of("script", "style", "title", "iframe", "noembed", "noframes");
    private static final Set<String> VERBATIM = Set.of("textarea", "xmp");
    /** Start tags that show nothing by themselves. */
    private static final Set<String> SILENT = Set.of("html", "head", "body", "meta", "link", "base");
    /** What no end tag ends, and a page of frames, which has no text. */
    private static final Set<String> HOPELESS = Set.of("plaintext", "frameset");

    /** The place; empty when nothing that is put into the text would be seen for sure. */
    static Optional<EndOfHtml> of(List<Piece> pieces) {
        var scan = new Scan(flat(pieces));
        scan.run();
        return scan.hopeless ? Optional.empty() : scan.open.endTags().map(tags -> at(pieces, scan.end(), tags));
    }

    /** All octets as characters in lower case. A slot counts as one letter. */
    private static String flat(List<Piece> pieces) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Piece.Fixed(Octets octets) ? octets.latin1().toLowerCase(Locale.ROOT) : "x");
        }
        return text.toString();
    }

    private static EndOfHtml at(List<Piece> pieces, int place, String endTags) {
        int before = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int length = pieces.get(i) instanceof Piece.Fixed(Octets octets) ? octets.length() : 1;
            if (place < before + length) {
                return new EndOfHtml(i, place - before, endTags);
            }
            before += length;
        }
        return new EndOfHtml(pieces.size(), 0, endTags);
    }

    /** One pass through a text. */
    private static final class Scan {

        private final String text;
        private final OpenElements open = new OpenElements();
        /** Elements that were closed behind the end; they are open at it. */
        private final List<String> closedBehind = new ArrayList<>();
        private int end = -1;
        private boolean hopeless;

        private Scan(String text) {
            this.text = text;
        }

        private int end() {
            return end < 0 ? text.length() : end;
        }

        private void run() {
            int at = 0;
            while (at < text.length()) {
                int tag = text.indexOf('<', at);
                int to = tag < 0 ? text.length() : tag;
                if (!isBlank(at, to)) {
                    goOn();
                }
                at = tag < 0 ? to : markup(tag);
            }
        }

        /** Something is shown here, so the page did not end. */
        private void goOn() {
            end = -1;
            closedBehind.forEach(open::close);
            closedBehind.clear();
        }

        private boolean isBlank(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) > ' ') {
                    return false;
                }
            }
            return true;
        }

        /** Where what begins with that {@code <} ends. */
        private int markup(int tag) {
            if (text.startsWith("<!--", tag)) {
                return comment(tag);
            }
            boolean isEnd = text.startsWith("</", tag);
            int name = tag + (isEnd ? 2 : 1);
            char first = name < text.length() ? text.charAt(name) : ' ';
            if (first >= 'a' && first <= 'z') {
                return element(tag, name, isEnd);
            }
            if (isEnd || first == '!' || first == '?') {
                int close = text.indexOf('>', name);
                return close < 0 ? notClosed(tag) : close + 1;
            }
            goOn();
            return name;
        }

        /** {@code -->} and {@code --!>} end a comment, and {@code <!-->} is a whole one. */
        private int comment(int tag) {
            int dashes = text.indexOf("--", tag + 2);
            while (dashes >= 0) {
                int after = dashes + 2;
                while (after < text.length() && text.charAt(after) == '-') {
                    after++;
                }
                if (text.startsWith(">", after)) {
                    return after + 1;
                }
                if (text.startsWith("!>", after) && dashes >= tag + 4) {
                    return after + 2;
                }
                dashes = text.indexOf("--", after);
            }
            return notClosed(tag);
        }

        /** Nothing from there on is shown. */
        private int notClosed(int tag) {
            end = end < 0 ? tag : end;
            return text.length();
        }

        private int element(int tag, int from, boolean isEnd) {
            int nameEnd = from;
            while (nameEnd < text.length() && " \t\r\n\f/>".indexOf(text.charAt(nameEnd)) < 0) {
                nameEnd++;
            }
            int after = endOfTag(nameEnd);
            if (after < 0) {
                return notClosed(tag);
            }
            String name = text.substring(from, nameEnd);
            if (isEnd) {
                close(tag, name);
                return after;
            }
            hopeless |= HOPELESS.contains(name);
            if (HIDDEN.contains(name)) {
                int closing = endOfContent(name, after);
                return closing < 0 ? notClosed(tag) : closing;
            }
            if (!SILENT.contains(name)) {
                goOn();
            }
            if (isWritable(name)) {
                open.open(name);
            }
            return VERBATIM.contains(name) ? verbatim(name, after) : after;
        }

        private void close(int tag, String name) {
            if (name.equals("body") || name.equals("html")) {
                end = end < 0 ? tag : end;
            } else if (end >= 0) {
                closedBehind.add(name);
            } else {
                open.close(name);
            }
        }

        private int verbatim(String name, int from) {
            int closing = endOfContent(name, from);
            return closing < 0 ? text.length() : closing;
        }

        /** Where the end tag begins that ends an element without markup; -1 if none does. */
        private int endOfContent(String name, int from) {
            String tag = "</" + name;
            int found = text.indexOf(tag, from);
            while (found >= 0 && !endsName(found + tag.length())) {
                found = text.indexOf(tag, found + 1);
            }
            return found;
        }

        private boolean endsName(int at) {
            return at < text.length() && " \t\r\n\f/>".indexOf(text.charAt(at)) >= 0;
        }

        private static boolean isWritable(String name) {
            return name.length() <= LONGEST_NAME && name.chars()
                    .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '-');
        }

        /** Just after the {@code >} that ends a tag, which does not stand in the quotes of a value; -1 if none does. */
        private int endOfTag(int from) {
            boolean named = false;
            boolean value = false;
            int i = from;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '>') {
                    return i + 1;
                }
                if (value && (c == '"' || c == '\'')) {
                    i = text.indexOf(c, i + 1);
                    if (i < 0) {
                        return -1;
                    }
                    value = false;
                    named = false;
                } else if (value && c > ' ') {
                    while (i + 1 < text.length() && text.charAt(i + 1) > ' ' && text.charAt(i + 1) != '>') {
                        i++;
                    }
                    value = false;
                    named = false;
                } else if (c == '=' && named) {
                    value = true;
                } else if (c > ' ' && c != '/') {
                    named = true;
                }
                i++;
            }
            return -1;
        }
    }
}
