package org.clubpost.local.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the query of a URL, whatever somebody typed, or whatever a mail program left of it. A percent sign that begins
 * no encoding stands for itself. What is not UTF-8 becomes U+FFFD.
 */
final class QueryParameters {

    private static final int HEX = 16;

    private QueryParameters() {}

    /** The values of each name, in the order in which they came. */
    static Map<String, List<String>> of(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                var value = decode(equals < 0 ? "" : pair.substring(equals + 1));
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decode(String encoded) {
        var octets = new ByteArrayOutputStream(encoded.length());
        var text = encoded.getBytes(UTF_8);
        for (var i = 0; i < text.length; i++) {
            if (text[i] == '%' && isHex(text, i + 1) && isHex(text, i + 2)) {
                octets.write(Integer.parseInt(new String(text, i + 1, 2, US_ASCII), HEX));
                i += 2;
            } else {
                octets.write(text[i] == '+' ? ' ' : text[i]);
            }
        }
        return octets.toString(UTF_8);
    }

    private static boolean isHex(byte[] text, int at) {
        return at < text.length && Character.digit(text[at], HEX) >= 0;
    }
}
