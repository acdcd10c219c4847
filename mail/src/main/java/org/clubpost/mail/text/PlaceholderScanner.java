package org.clubpost.mail.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds typed placeholders in a text, even where an editor has hidden them. Braces and underscores may be HTML
 * character references, or percent-encoded in a link ({@code %7B}). White space may stand inside the braces, and tags
 * around the name. An {@code http://} may have been put before a link that is all placeholder.
 */
public final class PlaceholderScanner {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_REFERENCE = 10;
    /** How many tags may stand in a placeholder. A text could have as many as it has letters, before each brace. */
    private static final int MOST_TAGS = 16;
    /** The same of blanks in a row. */
    private static final int MOST_BLANKS = 200;

    private final String text;
    private final boolean html;
    private final int start;
    private int at;
    private int openTags;
    private int tags;

    private PlaceholderScanner(String text, boolean html, int start) {
        this.text = text;
        this.html = html;
        this.start = start;
        this.at = start;
    }

    /**
     * A placeholder in a text.
     *
     * @param placeholder which
     * @param from where it begins
     * @param to just after it
     * @param inUrl whether it was percent-encoded, so that it is a part of a URL
     */
    public record Found(Placeholder placeholder, int from, int to, boolean inUrl) {}

    /** All placeholders of a text, in order. */
    public static List<Found> find(String text, boolean html) {
        List<Found> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (mayBegin(text.charAt(i), html)) {
                Optional<Found> match = new PlaceholderScanner(text, html, i).match(from);
                if (match.isPresent()) {
                    found.add(match.get());
                    from = match.get().to();
                    i = from - 1;
                }
            }
        }
        return found;
    }

    /**
     * The names in braces that are no placeholder, each once, in order: a typing error, or a placeholder of another
     * program.
     */
    public static List<String> unknown(String text, boolean html) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (mayBegin(text.charAt(i), html)) {
                var scanner = new PlaceholderScanner(text, html, i);
                String name = scanner.name().orElse("");
                if (!name.isEmpty() && Placeholder.named(name).isEmpty()) {
                    names.add(name);
                    i = scanner.at - 1;
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean mayBegin(char c, boolean html) {
        return c == '{' || c == '%' || (html && c == '&');
    }

    private Optional<Found> match(int floor) {
        return name().flatMap(Placeholder::named).map(placeholder -> new Found(placeholder,
                start - schemeBefore(placeholder, floor), at, text.charAt(start) == '%'));
    }

    /** The name in the braces that begin here. */
    private Optional<String> name() {
        if (!both('{', next())) {
            return Optional.empty();
        }
        var name = new StringBuilder();
        int c = skipBlanks(next());
        while (c > 0 && (Character.isLetterOrDigit(c) || c == '_' || c == '.') && name.length() <= LONGEST_NAME) {
            name.append((char) c);
            c = next();
        }
        c = skipBlanks(c);
        return both('}', c) && openTags == 0 ? Optional.of(name.toString()) : Optional.empty();
    }

    /** Whether the character that was read and the next one are this brace. */
    private boolean both(char brace, int read) {
        return read == brace && next() == brace;
    }

    private int skipBlanks(int first) {
        int c = first;
        for (int i = 0; i < MOST_BLANKS && (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0); i++) {
            c = next();
        }
        return c;
    }

    private int schemeBefore(Placeholder placeholder, int floor) {
        if (placeholder.isUrl()) {
            for (String scheme : List.of("https://", "http://")) {
                int from = start - scheme.length();
                if (from >= floor && text.substring(from, start).toLowerCase(Locale.ROOT).equals(scheme)) {
                    return scheme.length();
                }
            }
        }
        return 0;
    }

    /** Passes over tags, such as those that Outlook puts around a word that its spelling checker does not know. */
    private void skipTags() {
        while (html && at < text.length() && text.charAt(at) == '<' && tags < MOST_TAGS) {
            int end = text.indexOf('>', at, Math.min(at + LONGEST_TAG + 1, text.length()));
            if (end < 0) {
                return;
            }
            openTags += text.charAt(at + 1) == '/' ? -1 : 1;
            tags++;
            at = end + 1;
        }
    }

    /** The next character with its disguise taken off, or -1 at the end. */
    private int next() {
        if (at > start) {
            skipTags();
        }
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at++);
        if (c == '%' && at + 2 <= text.length()) {
            int value = Character.digit(text.charAt(at), 16) * 16 + Character.digit(text.charAt(at + 1), 16);
            if (value > ' ' - 1 && value < 127) {
                at += 2;
                return value;
            }
        }
        if (c == '&' && html) {
            int semicolon = text.indexOf(';', at, Math.min(at + LONGEST_REFERENCE + 1, text.length()));
            if (semicolon > 0) {
                int decoded = reference(text.substring(at, semicolon));
                if (decoded > 0) {
                    at = semicolon + 1;
                    return decoded;
                }
            }
        }
        return c;
    }

    private static int reference(String name) {
        if (name.startsWith("#")) {
            boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
            try {
                return Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
        return switch (name) {
            case "lbrace", "lcub" -> '{';
            case "rbrace", "rcub" -> '}';
            case "lowbar", "UnderBar" -> '_';
            case "nbsp" -> 0xA0;
            default -> -1;
        };
    }
}
