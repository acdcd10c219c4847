package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private static final byte SKIPPED = (byte) 0xAD;
    private static final byte NOT_ASCII = '?';

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
            cleaned = wide(wide(cleaned, 0), 1);
        }
        cleaned = ascii(cleaned);
        return Utf7.mayHide(cleaned) ? utf7(cleaned) : cleaned;
    }

    private Octets ascii(Octets octets) {
        Octets cleaned = cleaned(octets, false);
        return cleaned.indexOf((byte) '<', 0) >= 0 ? cleaned(cleaned, true) : cleaned;
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

    /** Whether a token is in octets that are no text: looked through faster. */
    boolean findsInBinary(Octets octets) {
        var edits = new Edits();
        for (var read : List.of(octets, narrow(octets, 0), narrow(octets, 1))) {
            Scanner.scan(read, new Window(links, budget, edits, true, 0), false);
            Scanner.scan(read, new Window(links, budget, edits, true, 0), true);
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

    private Octets cleaned(Octets octets, boolean overTags) {
        var edits = new Edits();
        Scanner.scan(octets, new Window(links, budget, edits, false, 0), overTags);
        return edits.appliedTo(octets);
    }

    /**
     * Reads every second octet, beside a zero, as a character. From the first or the second octet on, that finds ASCII
     * in UTF-16 and UTF-32 of either byte order.
     */
    private Octets wide(Octets octets, int first) {
        var edits = new Edits();
        var read = narrow(octets, first);
        Scanner.scan(read, new Window(links, budget, edits, true, 0), false);
        Scanner.scan(read, new Window(links, budget, edits, true, 0), true);
        if (edits.isEmpty()) {
            return octets;
        }
        byte[] cleaned = octets.toByteArray();
        edits.overwriteEverySecond(cleaned, first);
        return Octets.of(cleaned);
    }

    private static Octets narrow(Octets octets, int first) {
        int length = octets.length();
        var narrow = new byte[(length - first + 1) / 2];
        for (int i = 0; i < narrow.length; i++) {
            int at = first + 2 * i;
            narrow[i] = narrow(octets.at(at) & 0xff, at + 1 < length ? octets.at(at + 1) & 0xff : -1,
                    at > 0 ? octets.at(at - 1) & 0xff : -1);
        }
        return Octets.of(narrow);
    }

    /** One octet of a unit, read as its lower half; the other half comes after it or before it. */
    private static byte narrow(int low, int after, int before) {
        if (after == 0 || before == 0) {
            // Two zeros are half a character of UTF-32, and read like a soft hyphen.
            return low == 0 ? SKIPPED : (byte) low;
        }
        boolean isInvisible = (after > 0 && Invisible.isUnit(after << 8 | low))
                || (before > 0 && Invisible.isUnit(before << 8 | low));
        return isInvisible ? SKIPPED : NOT_ASCII;
    }
}
