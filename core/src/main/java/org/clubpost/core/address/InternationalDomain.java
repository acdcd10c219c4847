package org.clubpost.core.address;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ASCII form of a domain typed in any script.
 *
 * <p>{@link IDN} keeps the rules of 2003 (RFC 3490), which write {@code straße} as {@code strasse}. Since RFC 5891
 * these are two domains with two owners, and mail would go to the wrong one. Two letters are affected, sharp s and
 * final sigma (RFC 5894 section 7.2), and labels with them are encoded here. The two joiners are affected as well, and
 * are refused.
 */
final class InternationalDomain {

    private static final String SHARP_S = "ß";
    private static final String FINAL_SIGMA = "ς";

    private InternationalDomain() {}

    /**
     * The domain in lower-case ASCII.
     *
     * @throws IllegalArgumentException when it is not a domain
     */
    static String toAscii(String typed) {
        if (typed.indexOf('\u200C') >= 0 || typed.indexOf('\u200D') >= 0) {
            throw new IllegalArgumentException("joiners are not for us");
        }
        return Stream.of(typed.split("[.\u3002\uFF0E\uFF61]", -1)).map(InternationalDomain::label)
                .collect(Collectors.joining("."));
    }

    private static String label(String typed) {
        var label = typed.toLowerCase(Locale.ROOT);
        if (!label.contains(SHARP_S) && !label.contains(FINAL_SIGMA)) {
            return IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        }
        // For all other letters the rules of 2003 still hold.
        IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES);
        return "xn--" + Punycode.encode(Normalizer.normalize(label, Normalizer.Form.NFKC));
    }
}
