package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * WCAG 2.2, success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (edges of fields, 3:1), in the light and in the dark
 * scheme.
 */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final String[] SCHEMES = Resources.text("static/style.css").split(
            "@media \\(prefers-color-scheme: dark\\)",
            -1);

    private static Map<String, String> colours(String scheme) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(scheme).results().forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    private static double luminance(String colour) {
        var octets = HexFormat.of().parseHex(colour);
        return 0.2126 * linear(octets[0]) + 0.7152 * linear(octets[1]) + 0.0722 * linear(octets[2]);
    }

    private static double linear(byte octet) {
        var share = (octet & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        var a = luminance(Objects.requireNonNull(colours.get(one)));
        var b = luminance(Objects.requireNonNull(colours.get(other)));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @ParameterizedTest
    @CsvSource({"ink, paper, 4.5", "quiet, paper, 4.5", "quiet, ground, 4.5", "accent, paper, 4.5",
            "accent, ground, 4.5",
            "accent-strong, paper, 4.5", "on-accent, accent, 4.5", "on-accent, accent-strong, 4.5",
            "alarm, alarm-ground, 4.5", "ink, alarm-ground, 4.5", "edge, paper, 3", "alarm, paper, 3"})
    void colourCanBeToldFromWhatIsBehindIt(String colour, String behind, double atLeast) {
        for (var scheme : SCHEMES) {
            var contrast = contrast(colours(scheme), colour, behind);

            assertTrue(contrast >= atLeast, colour + " on " + behind + " is " + contrast);
        }
    }
}
