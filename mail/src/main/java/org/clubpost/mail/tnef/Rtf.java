package org.clubpost.mail.tnef;

import java.util.Optional;
import org.clubpost.mail.mime.Octets;

/**
 * What a letter in RTF says. Outlook keeps letters in HTML, and in plain text, inside RTF, from which they are taken
 * out again (MS-OXRTFEX). Of any other RTF the text alone is read, without its form.
 *
 * @param text the letter
 * @param kind what it was before it became RTF
 */
record Rtf(String text, Kind kind) {

    /** More than any letter; the pictures in it count. */
    private static final int LARGEST = 32 << 20;
    private static final int LOOKED_AT = 1_024;

    /** What RTF was made of. */
    enum Kind {
        /** Of HTML. */
        HTML,
        /** Of plain text. */
        TEXT,
        /** Of nothing else: its form is its own. */
        OWN
    }

    /**
     * Reads it.
     *
     * @param codePage of characters for which it names none
     * @return empty when it is no RTF, or too large
     */
    static Optional<Rtf> read(Octets rtf, int codePage) {
        var beginning = rtf.slice(0, Math.min(LOOKED_AT, rtf.length())).latin1();
        if (!beginning.startsWith("{\\rtf") || rtf.length() > LARGEST) {
            return Optional.empty();
        }
        var kind = beginning.contains("\\fromhtml")
                ? Kind.HTML
                : beginning.contains("\\fromtext") ? Kind.TEXT : Kind.OWN;
        return RtfReader.read(rtf, kind, codePage).map(text -> new Rtf(text, kind));
    }
}
