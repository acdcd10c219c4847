package org.clubpost.mail.text;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * Text that is signed where it stands (OpenPGP's cleartext signature framework, RFC 9580 section 7): nothing may change
 * from its first armour line to its last. Such a stretch is a piece of its own, and is known by how it begins.
 */
public final class ClearSigned {

    private static final Octets BEGIN = Octets.latin1("-----BEGIN PGP SIGNED MESSAGE-----");
    private static final Octets END = Octets.latin1("-----END PGP SIGNATURE-----");

    private ClearSigned() {}

    /** Whether the piece is such a stretch. */
    public static boolean is(Piece piece) {
        return piece instanceof Piece.Fixed(Octets octets) && octets.startsWith(BEGIN, 0);
    }

    /** The octets, cut before and after each such stretch; a stretch that does not end goes to the end of the text. */
    public static List<Piece> cut(Octets text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int line = 0;
        while (line < text.length()) {
            if (text.startsWith(BEGIN, line)) {
                add(pieces, text.slice(from, line));
                from = end(text, line);
                add(pieces, text.slice(line, from));
                line = from;
            } else {
                line = text.lineEnd(line);
            }
        }
        add(pieces, text.slice(from));
        return pieces;
    }

    private static void add(List<Piece> pieces, Octets octets) {
        if (!octets.isEmpty()) {
            pieces.add(new Piece.Fixed(octets));
        }
    }

    /** Just after the last line of the signature. */
    private static int end(Octets text, int begin) {
        int line = begin;
        while (line < text.length() && !text.startsWith(END, line)) {
            line = text.lineEnd(line);
        }
        return line < text.length() ? text.lineEnd(line) : line;
    }
}
