package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clubpost.mail.mime.Octets;

/** Reads the character references of HTML (HTML Living Standard, section 13.2.5.72) that may matter inside a token. */
final class References {

    /** Named references that stand for something invisible or for a sign of a link; all others end a stretch. */
    private static final Map<String, Integer> NAMED = Map.ofEntries(Map.entry("shy", 0xAD), Map.entry("zwnj", 0x200C),
            Map.entry("zwj", 0x200D), Map.entry("ZeroWidthSpace", 0x200B), Map.entry("NegativeThinSpace", 0x200B),
            Map.entry("NegativeVeryThinSpace", 0x200B), Map.entry("NegativeMediumSpace", 0x200B),
            Map.entry("NegativeThickSpace", 0x200B), Map.entry("NoBreak", 0x2060), Map.entry("lrm", 0x200E),
            Map.entry("rlm", 0x200F), Map.entry("it", 0x2062), Map.entry("InvisibleTimes", 0x2062),
            Map.entry("ic", 0x2063), Map.entry("InvisibleComma", 0x2063), Map.entry("af", 0x2061),
            Map.entry("ApplyFunction", 0x2061), Map.entry("NewLine", 10), Map.entry("Tab", 9),
            Map.entry("lowbar", (int) '_'), Map.entry("UnderBar", (int) '_'), Map.entry("plus", (int) '+'),
            Map.entry("sol", (int) '/'), Map.entry("equals", (int) '='), Map.entry("percnt", (int) '%'),
            Map.entry("hyphen", 0x2010), Map.entry("dash", 0x2010), Map.entry("ndash", 0x2013),
            Map.entry("mdash", 0x2014), Map.entry("minus", 0x2212));
    private static final int LONGEST_NAME = 24;
    /** The one of them that is known without a semicolon, too. */
    private static final Octets SHY = Octets.latin1("shy");
    private static final Octets AMP = Octets.latin1("amp;#");
    private static final int LAST = Character.MAX_CODE_POINT;

    private final Octets octets;
    private int end;

    References(Octets octets) {
        this.octets = octets;
    }

    /** Where the reference ends that was read last. */
    int end() {
        return end;
    }

    /** What the reference stands for that begins with the ampersand there; -1 if none does that matters. */
    int read(int start) {
        if (octets.startsWith(AMP, start + 1)) {
            return number(start + 1 + AMP.length());
        }
        return at(start + 1) == '#' ? number(start + 2) : name(start + 1);
    }

    private int at(int index) {
        return index < octets.length() ? octets.at(index) : 0;
    }

    private int number(int start) {
        int radix = (at(start) | 0x20) == 'x' ? 16 : 10;
        int first = radix == 16 ? start + 1 : start;
        int at = first;
        int value = 0;
        for (int digit = Character.digit(at(at), radix); digit >= 0; digit = Character.digit(at(++at), radix)) {
            value = Math.min(LAST, value * radix + digit);
        }
        end = at(at) == ';' ? at + 1 : at;
        return at == first ? -1 : value;
    }

    private int name(int start) {
        int at = start;
        while (at - start < LONGEST_NAME && Character.isLetter(at(at))) {
            at++;
        }
        if (at(at) == ';') {
            int meant = NAMED.getOrDefault(
                    new String(octets.slice(start, at).toByteArray(), StandardCharsets.US_ASCII), -1);
            if (meant >= 0) {
                end = at + 1;
                return meant;
            }
        }
        if (octets.startsWith(SHY, start)) {
            end = start + SHY.length();
            return 0xAD;
        }
        return -1;
    }
}
