package org.clubpost.local.relay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server can do beyond the minimum (RFC 5321 section 4.1.1.1): the name of each extension, with what follows it.
 *
 * @param parameters by keyword in upper case
 */
record Extensions(Map<String, String> parameters) {

    /** No extensions: a server that does not know EHLO. */
    static final Extensions NONE = new Extensions(Map.of());

    Extensions {
        parameters = Map.copyOf(parameters);
    }

    /** Reads the answer to EHLO, whose first line names the server. */
    static Extensions in(Reply hello) {
        var found = new HashMap<String, String>();
        for (var line : hello.lines().subList(1, hello.lines().size())) {
            var words = line.strip().split(" ", 2);
            found.putIfAbsent(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : "");
        }
        return new Extensions(found);
    }

    private boolean has(String keyword) {
        return parameters.containsKey(keyword);
    }

    /** RFC 3207. */
    boolean hasStartTls() {
        return has("STARTTLS");
    }

    /** RFC 2920. */
    boolean hasPipelining() {
        return has("PIPELINING");
    }

    /** RFC 6152. */
    boolean hasEightBit() {
        return has("8BITMIME");
    }

    /** RFC 1870. */
    boolean hasSize() {
        return has("SIZE");
    }

    /**
     * Whether a mail of that size is larger than the server says it takes (RFC 1870 section 3; 0 or nothing is no
     * limit).
     */
    boolean isTooLarge(long sizeBytes) {
        return sizeBytes > largest();
    }

    /** The size of the largest mail that the server says it takes; the largest number when it names none. */
    long largest() {
        var most = parameters.getOrDefault("SIZE", "");
        return most.matches("[1-9]\\d{0,17}") ? Long.parseLong(most) : Long.MAX_VALUE;
    }

    /** The names of the ways to log in (RFC 4954). */
    List<String> logins() {
        return Arrays.asList(parameters.getOrDefault("AUTH", "").toUpperCase(Locale.ROOT).split(" "));
    }
}
