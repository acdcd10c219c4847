package org.clubpost.mail.mime;

import java.util.List;

/** One entry of a header block, with its folding and its line ends. Reading loses nothing of it. */
public sealed interface HeaderLine {

    /** The name as it stands in the mail, or an empty text for a line that is not a field. */
    String name();

    /** The bytes and slots that this entry is written as. */
    List<Piece> pieces();

    /** Whether this entry is a field of that name; the case of letters does not count (RFC 5322 section 1.2.2). */
    default boolean is(String wanted) {
        return name().equalsIgnoreCase(wanted);
    }

    /**
     * A header field (RFC 5322 section 2.2).
     *
     * @param name what stands before the colon, without white space
     * @param raw the whole field: name, colon, body with its folds, closing line end (which the last line of a mail may
     *            lack)
     */
    record Field(String name, Octets raw) implements HeaderLine {

        /** A new field in wire form; the body may be folded already, and must not hold any other line end. */
        public static Field of(String name, String body) {
            for (int i = body.indexOf('\n'); i >= 0; i = body.indexOf('\n', i + 1)) {
                if (i + 1 >= body.length() || (body.charAt(i + 1) != ' ' && body.charAt(i + 1) != '\t')) {
                    throw new IllegalArgumentException("a line end that is no fold");
                }
            }
            return new Field(name, Octets.latin1(name + ": " + body + "\r\n"));
        }

        /**
         * The body, unfolded (RFC 5322 section 2.2.3: the line ends go, the white space stays) and without white space
         * around it. Each byte is one character.
         */
        public String value() {
            String text = raw.latin1();
            int colon = text.indexOf(':');
            var value = new StringBuilder(text.length());
            for (int i = colon + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean lineEnd = c == '\n' || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n');
                if (!lineEnd) {
                    value.append(c);
                }
            }
            return value.toString().strip();
        }

        @Override
        public List<Piece> pieces() {
            return List.of(new Piece.Fixed(raw));
        }
    }

    /**
     * A field that differs from member to member.
     *
     * @param name its name
     * @param pieces the whole field with its closing CRLF
     */
    record SlottedField(String name, List<Piece> pieces) implements HeaderLine {

        /** Copies the list. */
        public SlottedField {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A line that is not a header field: an mbox "From " line, a line without a colon, a fold with nothing before it.
     *
     * @param raw the line with its line end
     */
    record Malformed(Octets raw) implements HeaderLine {

        @Override
        public String name() {
            return "";
        }

        @Override
        public List<Piece> pieces() {
            return List.of(new Piece.Fixed(raw));
        }
    }
}
