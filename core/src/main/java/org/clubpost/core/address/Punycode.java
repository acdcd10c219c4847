package org.clubpost.core.address;

/** Writes Unicode text in ASCII letters, digits and hyphens (RFC 3492). */
final class Punycode {

    // RFC 3492 section 5
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private Punycode() {}

    /**
     * The encoded text, without the prefix that marks it in a domain (RFC 3492 section 6.3). The text is short: a label
     * of a domain.
     */
    static String encode(String text) {
        var input = text.codePoints().toArray();
        var output = new StringBuilder();
        text.codePoints().filter(c -> c < INITIAL_N).forEach(output::appendCodePoint);
        var basic = output.length();
        if (basic > 0) {
            output.append('-');
        }
        var n = INITIAL_N;
        var delta = 0;
        var bias = INITIAL_BIAS;
        for (var handled = basic; handled < input.length;) {
            var next = Integer.MAX_VALUE;
            for (var c : input) {
                next = c >= n ? Math.min(next, c) : next;
            }
            delta += (next - n) * (handled + 1);
            n = next;
            for (var c : input) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    append(output, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return output.toString();
    }

    /** A number of variable length (RFC 3492 section 3.3). */
    private static void append(StringBuilder output, int delta, int bias) {
        var q = delta;
        for (var k = BASE;; k += BASE) {
            var t = Math.clamp(k - bias, T_MIN, T_MAX);
            if (q < t) {
                output.append(digit(q));
                return;
            }
            output.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    /** RFC 3492 section 6.1. */
    private static int adapt(int change, int count, boolean first) {
        var delta = first ? change / DAMP : change / 2;
        delta += delta / count;
        var k = 0;
        while (delta > (BASE - T_MIN) * T_MAX / 2) {
            delta /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
    }
}
