package org.clubpost.mail.text;

import java.util.List;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.TransferEncoding;

/** Chooses encodings that any relay passes on unharmed: short lines of ASCII. */
public final class SafeTransfer {

    /** The longest line, without its CRLF (RFC 5322 section 2.1.1). */
    public static final int MAX_LINE = 998;

    /** What is kept free on a line for the values of its slots, in plain text. Values are cut to far less. */
    private static final int SLOT_ROOM = 600;

    private SafeTransfer() {}

    /** What stands in the way of sending bytes as they are. */
    public record Findings(int eightBit, boolean hasControls, int longestLine) {

        /** Whether they can travel as 7bit. */
        public boolean isSafe() {
            return eightBit == 0 && !hasControls && longestLine <= MAX_LINE;
        }
    }

    /** Looks through bytes for NUL, for CR or LF that stand alone, for bytes above 127 and for long lines. */
    public static Findings inspect(Octets content) {
        int eightBit = 0;
        boolean controls = false;
        int longest = 0;
        int lineStart = 0;
        int length = content.length();
        for (int i = 0; i < length; i++) {
            byte b = content.at(i);
            if (b < 0) {
                eightBit++;
            } else if (b == '\r' && i + 1 < length && content.at(i + 1) == '\n') {
                longest = Math.max(longest, i - lineStart);
                i++;
                lineStart = i + 1;
            } else if (b == '\r' || b == '\n' || b == 0) {
                controls = true;
            }
        }
        return new Findings(eightBit, controls, Math.max(longest, length - lineStart));
    }

    /**
     * The encoding for a text that stood in the mail as it was: 7bit if that is safe, else the shorter of the safe
     * ones.
     */
    static TransferEncoding forText(List<Piece> pieces) {
        int total = 0;
        int eightBit = 0;
        boolean plain = true;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Fixed(Octets octets)) {
                Findings findings = inspect(octets);
                total += octets.length();
                eightBit += findings.eightBit();
                plain &= findings.isSafe() && (pieces.size() == 1 || findings.longestLine() <= MAX_LINE - SLOT_ROOM);
            } else if (piece instanceof Piece.Slot(MemberValue value, Piece.Form form)) {
                plain &= value != MemberValue.MEMBER_NAME || form != Piece.Form.TEXT;
            }
        }
        if (plain) {
            return TransferEncoding.SEVEN_BIT;
        }
        return eightBit > total / 3 ? TransferEncoding.BASE64 : TransferEncoding.QUOTED_PRINTABLE;
    }
}
