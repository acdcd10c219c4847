package org.clubpost.aws.event;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a field's value from left to right (RFC 9110 section 5.6): tokens, quoted strings and parameters. It looks at
 * each character at most twice and needs no stack, whatever a stranger sends. For one thread.
 */
final class ParameterScanner {

    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final String TOKEN_SIGNS = "!#$%&'*+.^_`|~-";

    private final String text;
    private int at;

    ParameterScanner(String text) {
        this.text = text;
    }

    /** A media type in lower case, with blanks around it; empty when none stands here. */
    Optional<String> mediaType() {
        skipBlanks();
        var begin = at;
        if (token().isEmpty() || !take('/') || token().isEmpty()) {
            return Optional.empty();
        }
        var type = text.substring(begin, at).toLowerCase(Locale.ROOT);
        skipBlanks();
        return Optional.of(type);
    }

    /** The parameters from here on, the first of several with one name. They end where they cannot be read. */
    Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        while (separator() && parameter(parameters)) {
            skipBlanks();
        }
        return parameters;
    }

    private boolean separator() {
        skipBlanks();
        var taken = take(';');
        skipBlanks();
        return taken;
    }

    /** Whether the next one can be read; between two semicolons there may be none. */
    private boolean parameter(Map<String, String> parameters) {
        if (at < text.length() && text.charAt(at) == ';') {
            return true;
        }
        var name = token();
        if (name.isEmpty() || !take('=')) {
            return false;
        }
        var value = take('"') ? quoted() : Optional.of(token()).filter(token -> !token.isEmpty());
        value.ifPresent(read -> parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), read));
        return value.isPresent();
    }

    /** What follows a quotation mark, up to the closing one; empty when there is none. */
    private Optional<String> quoted() {
        var value = new StringBuilder();
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c == '"') {
                return Optional.of(value.toString());
            }
            if (c == '\\') {
                if (at == text.length()) {
                    break;
                }
                c = text.charAt(at++);
            }
            value.append(c);
        }
        return Optional.empty();
    }

    private String token() {
        var begin = at;
        while (at < text.length() && isOfToken(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private static boolean isOfToken(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                || TOKEN_SIGNS.indexOf(c) >= 0;
    }

    private boolean take(char expected) {
        var there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
