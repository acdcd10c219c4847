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
        Octets cleaned = cleaned(octets, false);
        if (cleaned.indexOf((byte) '<', 0) >= 0) {
            cleaned = cleaned(cleaned, true);
        }
        if (cleaned.indexOf((byte) 0, 0) >= 0) {
            cleaned = wide(wide(cleaned, 0), 1);
        }
        return cleaned;
    }

    /** Whether a token is in there. */
    @SuppressWarnings("ReferenceEquality") // What is clean comes back as the same object.
    boolean finds(Octets octets) {
        return cleaned(octets) != octets;
    }

    /** Whether a token is in octets that are no text, and so have neither tags nor lines: looked through faster. */
    boolean findsInBinary(Octets octets) {
        var edits = new Edits();
        Scanner.scan(octets, new Window(links, budget, edits, true, 0), false);
        for (int first = 0; first < 2; first++) {
            Scanner.scan(narrow(octets, first), new Window(links, budget, edits, true, 0), false);
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
            byte b = octets.at(at);
            // Two zeros are half a character of UTF-32, and read like a soft hyphen.
            boolean isBesideZero = (at + 1 < length && octets.at(at + 1) == 0) || (at > 0 && octets.at(at - 1) == 0);
            narrow[i] = !isBesideZero ? 0 : b == 0 ? (byte) 0xAD : b;
        }
        return Octets.of(narrow);
    }
}
