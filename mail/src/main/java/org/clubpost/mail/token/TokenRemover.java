package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.mail.mime.Octets;

/**
 * Takes the tokens of our links out of octets. A token that can be read becomes {@code removed}. One that hides in
 * base64, or in characters of two octets, is written over, so that all else keeps its place. Every other octet stays as
 * it is, and octets without a token are given back as they came.
 *
 * <p>The charset need not be known: tokens are ASCII, and ASCII is looked for as single octets, as UTF-16 and as UTF-7.
 * One object is for one mail; it is not safe for use by several threads.
 */
final class TokenRemover {

    /** No line of a mail is longer (RFC 5322 section 2.1.1). */
    private static final int LONGEST_NAME = 998;

    private final PublicLinks links;
    private final Budget budget = Budget.ofMail();

    TokenRemover(PublicLinks links) {
        this.links = links;
    }

    /** The octets without tokens; the same object when there were none. */
    Octets cleaned(Octets octets) {
        if (octets.length() < Window.SHORTEST) {
            return octets;
        }
        Octets cleaned = octets;
        if (cleaned.indexOf((byte) 0, 0) >= 0) {
            for (var way : Wide.values()) {
                cleaned = wide(cleaned, way);
            }
        }
        cleaned = ascii(cleaned);
        return Utf7.mayHide(cleaned) ? utf7(cleaned) : cleaned;
    }

    private Octets ascii(Octets octets) {
        Octets cleaned = octets;
        for (var reading : Reading.of(octets)) {
            var edits = new Edits();
            reading.show(cleaned, new Window(links, budget, edits, false, 0));
            cleaned = edits.appliedTo(cleaned);
        }
        return cleaned;
    }

    @SuppressWarnings("ReferenceEquality") // What is clean comes back as the same object.
    private Octets utf7(Octets octets) {
        var read = Utf7.decoded(octets);
        var cleaned = ascii(read);
        return cleaned == read ? octets : Utf7.encoded(cleaned);
    }

    /** Whether a token is in there. */
    @SuppressWarnings("ReferenceEquality") // What is clean comes back as the same object.
    boolean finds(Octets octets) {
        return cleaned(octets) != octets;
    }

    /** The octets without signed tokens that stand in them as they are, or over lines; not in base64. */
    Octets cleanedAsShown(Octets octets) {
        var edits = new Edits();
        Scanner.scan(octets, new Window(links, budget, edits, false, Window.SIGNED_ONLY), false);
        return edits.appliedTo(octets);
    }

    /** Whether a token stands between the signs in the name of a field. */
    boolean isIn(Octets name) {
        int most = Math.min(name.length(), LONGEST_NAME);
        for (int start = 0; start + Window.SHORTEST_UNSIGNED <= most; start++) {
            boolean isBeginning = start == 0 || Window.isSign(name.at(start - 1));
            if (isBeginning && PublicLinks.mayBeginUnsigned(name.at(start), name.at(start + 1))
                    && isFrom(name, start, Math.min(most, start + Window.LONGEST))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFrom(Octets name, int start, int most) {
        for (int end = start + Window.SHORTEST_UNSIGNED; end <= most; end++) {
            boolean isEnd = end == name.length() || Window.isSign(name.at(end));
            if (isEnd && (!budget.takeUnsigned() || links.isToken(name.slice(start, end).latin1()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is in octets that are no text: looked through faster. */
    boolean findsInBinary(Octets octets) {
        var edits = new Edits();
        look(octets, edits);
        for (var way : Wide.values()) {
            look(way.read(octets), edits);
        }
        return !edits.isEmpty();
    }

    /** The text without tokens; the same object when there were none. */
    String cleaned(String text) {
        if (text.length() < Window.SHORTEST) {
            return text;
        }
        var octets = Octets.of(text.getBytes(StandardCharsets.UTF_8));
        return finds(octets) ? new String(cleaned(octets).toByteArray(), StandardCharsets.UTF_8) : text;
    }

    private Octets wide(Octets octets, Wide way) {
        var edits = new Edits();
        look(way.read(octets), edits);
        if (edits.isEmpty()) {
            return octets;
        }
        byte[] cleaned = octets.toByteArray();
        edits.overwriteEverySecond(cleaned, way.low());
        return Octets.of(cleaned);
    }

    private void look(Octets read, Edits edits) {
        if (!read.isEmpty()) {
            Reading.of(read).forEach(
                    reading -> reading.show(read, new Window(links, budget, edits, true, 0)));
        }
    }
}
