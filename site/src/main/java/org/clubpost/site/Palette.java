package org.clubpost.site;

import java.util.List;
import java.util.Map;
import org.clubpost.core.list.Colour;

/**
 * The colours of a page in a club's colour, as the custom properties of {@code style.css}. The button and the upper edge
 * have the colour as it was given. Whatever has to be told from its ground is made darker, and in the dark scheme
 * lighter, until the contrast is that of WCAG 2.2, success criterion 1.4.3: 4.5 to 1.
 */
public final class Palette {

    private static final double TEXT = 4.5;
    private static final int STEPS = 64;
    private static final double STRONGER = 0.18;
    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final Colour BLACK = new Colour(0, 0, 0);
    /** Paper and ground of {@code style.css}, light and dark. A test holds them equal. */
    private static final List<Colour> LIGHT = List.of(WHITE, new Colour(0xf3, 0xf5, 0xf4));
    private static final List<Colour> DARK = List.of(new Colour(0x1a, 0x22, 0x20), new Colour(0x10, 0x16, 0x15));

    private Palette() {}

    /** A style sheet without any character that HTML would have escaped. */
    public static String css(Colour colour) {
        var on = contrast(WHITE, colour) >= TEXT ? WHITE : BLACK;
        var away = on.equals(WHITE) ? BLACK : WHITE;
        return ":root{" + property("brand", colour) + property("button", colour)
                + property("button-strong", mixed(colour, away, STRONGER)) + property("on-button", on)
                + accents(colour, BLACK, LIGHT) + "}@media (prefers-color-scheme:dark){:root{"
                + accents(colour, WHITE, DARK) + "}}";
    }

    /**
     * The colours of a letter: {@code button}, {@code label} on it, {@code link}, and in the dark scheme {@code dark}
     * for all that has the club's colour; each as CSS writes it.
     */
    static Map<String, String> letter(Colour colour) {
        return Map.of("button", colour.text(), "label", (contrast(WHITE, colour) >= TEXT ? WHITE : BLACK).text(),
                "link",
                legible(colour, BLACK, LIGHT).text(), "dark", legible(colour, WHITE, DARK).text());
    }

    private static String accents(Colour colour, Colour towards, List<Colour> grounds) {
        var accent = legible(colour, towards, grounds);
        return property("accent", accent) + property("accent-strong", mixed(accent, towards, STRONGER));
    }

    private static String property(String name, Colour colour) {
        return "--" + name + ":" + colour.text() + ";";
    }

    private static Colour legible(Colour colour, Colour towards, List<Colour> grounds) {
        for (var step = 0; step < STEPS; step++) {
            var mixed = mixed(colour, towards, (double) step / STEPS);
            if (grounds.stream().allMatch(ground -> contrast(mixed, ground) >= TEXT)) {
                return mixed;
            }
        }
        return towards;
    }

    private static Colour mixed(Colour one, Colour other, double share) {
        return new Colour(mixed(one.red(), other.red(), share), mixed(one.green(), other.green(), share),
                mixed(one.blue(), other.blue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** WCAG 2.2, "contrast ratio": 1 to 21. */
    static double contrast(Colour one, Colour other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(Colour colour) {
        return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
    }

    private static double linear(int octet) {
        var share = octet / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
