package org.clubpost.mail.mime;

import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;
import org.clubpost.mail.charset.CharsetLabels;

/**
 * The parameters of a Content-Type or a Content-Disposition field (RFC 2045 section 5.1, RFC 2231), as patient readers
 * find them. A semicolon may be missing or doubled, or stand in a file's name, a colon may stand for the equals sign, a value may have blanks and no quotes, or quotes that do not close,
 * or quotes in it; a backslash that escapes nothing stays, as in a path. Of two values for one name the first counts.
 * Of a value that is continued over several parameters, what is there is put together.
 */
public final class ParameterText {

    private static final String TOKEN = "[!#-'*+.0-9A-Z^-~-]++";
    private static final String QUOTED = "\"[^\"\\\\\\r\\n]*+(?:\\\\.[^\"\\\\\\r\\n]*+)*+\"";
    private static final String COMMENT = "\\s*+(?:\\([^()\\\\]*+\\)\\s*+)*+";
    private static final Pattern STRICT = Pattern.compile("%3$s(?:;%3$s(?:%1$s\\s*+=\\s*+(?:%1$s|%2$s)%3$s)?+)*+"
            .formatted(TOKEN, QUOTED, COMMENT));
    private static final Pattern NAME_AND_VALUE = Pattern.compile("(%s)\\s*+=\\s*+(?:%s|%s)"
            .formatted(TOKEN, TOKEN, QUOTED));
    /** An encoded value (RFC 2231 section 4) stands in no quotes. */
    private static final Pattern QUOTED_EXTENSION = Pattern.compile("\\*\\s*=\\s*\"");
    private static final Pattern SEGMENT = Pattern.compile("([^*]+)\\*([0-9]{1,3})(\\*?)");
    private static final Pattern STRAY_AT_END = Pattern.compile("[,\"]++$");
    private static final Pattern COMMENT_AT_END = Pattern.compile("\\s+\\([^()]*\\)$");

    /** A pattern goes deeper into the stack with each of them. */
    private static final int MOST_MARKS = 300;

    static {
        Angus.lenient();
    }

    private final String text;
    private int at;

    private ParameterText(String text) {
        this.text = text;
    }

    /** Whether the text that follows a type or a disposition keeps to the grammar, but for empty parameters. */
    public static boolean isStrict(String text) {
        return text.length() <= FieldLimits.PARAMETERS && !text.contains(";;")
                && text.chars().filter(c -> c == ';' || c == '\\' || c == '(').count() <= MOST_MARKS
                && STRICT.matcher(text).matches()
                && !QUOTED_EXTENSION.matcher(text).find() && list(text).isPresent() && isOnceAndWhole(text);
    }

    /** Whether no name is there twice, and no segment of a value is missing. */
    private static boolean isOnceAndWhole(String text) {
        var names = new HashSet<String>();
        var segments = new HashSet<String>();
        var all = NAME_AND_VALUE.matcher(text);
        while (all.find()) {
            var name = all.group(1).toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                return false;
            }
            var segment = SEGMENT.matcher(name);
            if (segment.matches()) {
                segments.add(segment.group(1) + "*" + Integer.parseInt(segment.group(2)));
            }
        }
        return segments.stream().allMatch(segment -> {
            var star = segment.lastIndexOf('*') + 1;
            var before = Integer.parseInt(segment.substring(star)) - 1;
            return before < 0 || segments.contains(segment.substring(0, star) + before);
        });
    }

    /**
     * The parameters in a text, decoded, by their names in lower case.
     *
     * @param text what follows a type or a disposition, unfolded; anything at all
     */
    public static Map<String, String> read(String text) {
        if (text.length() > FieldLimits.PARAMETERS) {
            return Map.of();
        }
        var raw = new ParameterText(text).raw();
        return list(strict(raw)).filter(all -> all.size() > 0 || raw.isEmpty()).orElse(raw);
    }

    private static Optional<Map<String, String>> list(String strict) {
        try {
            var list = new ParameterList(CharsetLabels.widened(strict));
            var parameters = new LinkedHashMap<String, String>();
            for (String name : Collections.list(list.getNames())) {
                parameters.put(name.toLowerCase(Locale.ROOT), list.get(name));
            }
            return Optional.of(parameters);
        } catch (ParseException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** The parameters in the grammar, with the segments of continued values numbered anew. */
    private static String strict(Map<String, String> raw) {
        var written = new StringBuilder();
        for (var name : names(raw)) {
            var value = raw.getOrDefault(name.given(), "");
            var isEncoded = name.written().endsWith("*") && value.matches(TOKEN);
            written.append("; ").append(name.written()).append('=')
                    .append(isEncoded ? value : '"' + value.replaceAll("([\"\\\\])", "\\\\$1") + '"');
        }
        return written.toString();
    }

    private record Name(String given, String written) {}

    private static List<Name> names(Map<String, String> raw) {
        var names = new ArrayList<Name>();
        var segments = new LinkedHashMap<String, List<Name>>();
        for (var name : raw.keySet()) {
            var segment = SEGMENT.matcher(name);
            if (segment.matches()) {
                segments.computeIfAbsent(segment.group(1), _ -> new ArrayList<>()).add(new Name(name,
                        "%03d%s".formatted(Integer.parseInt(segment.group(2)), segment.group(3))));
            } else {
                names.add(new Name(name, name));
            }
        }
        segments.forEach((base, parts) -> {
            parts.sort((one, other) -> one.written().compareTo(other.written()));
            for (var i = 0; i < parts.size(); i++) {
                var star = parts.get(i).written().endsWith("*") ? "*" : "";
                names.add(new Name(parts.get(i).given(), base + "*" + i + star));
            }
        });
        return names;
    }

    private Map<String, String> raw() {
        var found = new LinkedHashMap<String, String>();
        var name = ValueEnd.NAME.matcher(text);
        while (at < text.length()) {
            if (name.region(at, text.length()).lookingAt()) {
                at = name.end();
                var value = value(ValueEnd.isFileName(name.group(1)));
                found.putIfAbsent(name.group(1).toLowerCase(Locale.ROOT), value);
            } else {
                at++;
                while (at < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at))) {
                    at++;
                }
            }
        }
        return found;
    }

    private static boolean isWord(char c) {
        return c > ' ' && ";,()\"=".indexOf(c) < 0;
    }

    private String value(boolean isFileName) {
        var isUnclosed = false;
        var value = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            int end = endOfQuotes();
            if (end > 0) {
                end = Math.max(end, laterQuote(end));
                unescape(text.substring(at + 1, end), value);
                at = end + 1;
                int from = at;
                while (at < text.length() && isPartOfName(text.charAt(at))) {
                    at++;
                }
                return value.append(text, from, at).toString();
            }
            at++;
            isUnclosed = true;
        }
        var given = unquoted(isFileName || isUnclosed);
        return given.indexOf('.') < 0 ? COMMENT_AT_END.matcher(given).replaceFirst("") : given;
    }

    private String unquoted(boolean isText) {
        int from = at;
        at = isText ? ValueEnd.ofText(text, at) : ValueEnd.ofWord(text, at);
        return STRAY_AT_END.matcher(text.substring(from, at).strip()).replaceFirst("");
    }

    /** Quotes that stand in a quoted value seem to end it too early: the last ones before the next parameter do. */
    private int laterQuote(int end) {
        var rest = text.substring(end + 1, ValueEnd.ofWord(text, end + 1));
        return rest.contains("=\"") || rest.indexOf('"') < 0 ? -1 : end + 1 + rest.lastIndexOf('"');
    }

    private static boolean isPartOfName(char c) {
        return c > ' ' && c != ';' && c != ',' && c != '(' && c != '"';
    }

    /**
     * Where the quotes that begin here are closed. It is -1 when nothing closes them, or only the quotes with which the
     * next parameter begins.
     */
    private int endOfQuotes() {
        for (int i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                return text.charAt(i - 1) == '=' && text.substring(at, i).indexOf(';') >= 0 ? -1 : i;
            }
            i += c == '\\' && isEscapable(i + 1) && text.indexOf('"', i + 2) >= 0 ? 1 : 0;
        }
        return -1;
    }

    private boolean isEscapable(int i) {
        return i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\\');
    }

    private static void unescape(String quoted, StringBuilder into) {
        for (int i = 0; i < quoted.length(); i++) {
            var c = quoted.charAt(i);
            var next = i + 1 < quoted.length() ? quoted.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '"' || next == '\\')) {
                into.append(next);
                i++;
            } else {
                into.append(c);
            }
        }
    }
}
