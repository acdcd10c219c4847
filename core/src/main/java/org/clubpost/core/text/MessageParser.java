package org.clubpost.core.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the syntax that {@link MessageText} describes. Belongs to one thread. */
final class MessageParser {

    private static final int DEEPEST = 8;

    private final String text;
    private int at;

    MessageParser(String text) {
        this.text = text;
    }

    /** The whole text. */
    List<MessagePart> all() {
        var parts = parts(false, 0);
        if (at < text.length()) {
            throw wrong("a brace too many");
        }
        return parts;
    }

    /** Everything up to a closing brace, or the end. */
    private List<MessagePart> parts(boolean isCounted, int depth) {
        if (depth > DEEPEST) {
            throw wrong("too deep");
        }
        var parts = new ArrayList<MessagePart>();
        var words = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '}') {
            char c = text.charAt(at);
            if (c == '\'') {
                apostrophe(isCounted, words);
            } else if (c == '{' || (c == '#' && isCounted)) {
                end(words, parts);
                parts.add(c == '#' ? counted() : argument(isCounted, depth));
            } else {
                words.append(c);
                at++;
            }
        }
        end(words, parts);
        return List.copyOf(parts);
    }

    private static void end(StringBuilder words, List<MessagePart> parts) {
        if (!words.isEmpty()) {
            parts.add(new MessagePart.Words(words.toString()));
            words.setLength(0);
        }
    }

    /** Two are one. One before what has a meaning begins words without any; any other stands for itself. */
    private void apostrophe(boolean isCounted, StringBuilder words) {
        at++;
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '\'') {
            at++;
            words.append('\'');
        } else if (next == '{' || next == '}' || (next == '#' && isCounted)) {
            int end = text.indexOf('\'', at);
            words.append(text, at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
        } else {
            words.append('\'');
        }
    }

    private MessagePart counted() {
        at++;
        return new MessagePart.Counted();
    }

    private MessagePart argument(boolean isCounted, int depth) {
        at++;
        var name = word();
        if (name.isEmpty()) {
            throw wrong("a name is missing");
        }
        if (isNext('}')) {
            return new MessagePart.Value(name);
        }
        expect(',');
        var type = word();
        return switch (type) {
            case "number" -> {
                expect('}');
                yield new MessagePart.Digits(name);
            }
            case "date", "time" -> new MessagePart.Time(name, type.equals("date"), style());
            case "plural" -> new MessagePart.Plural(name, cases(true, depth));
            case "select" -> new MessagePart.Select(name, cases(isCounted, depth));
            default -> throw wrong("not a kind of argument: " + type);
        };
    }

    private Map<String, List<MessagePart>> cases(boolean isCounted, int depth) {
        expect(',');
        var cases = new LinkedHashMap<String, List<MessagePart>>();
        while (!isNext('}')) {
            var name = word();
            expect('{');
            if (name.isEmpty() || cases.put(name, parts(isCounted, depth + 1)) != null) {
                throw wrong("a case without a name, or twice");
            }
            expect('}');
        }
        if (!cases.containsKey(PluralRules.OTHER)) {
            throw wrong("the case \"other\" is missing");
        }
        return cases;
    }

    private String style() {
        if (isNext('}')) {
            return "";
        }
        expect(',');
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw wrong("a brace is missing");
        }
        var style = text.substring(at, end).strip();
        at = end + 1;
        return style;
    }

    /** Whether that is next after blanks; it is passed over then. */
    private boolean isNext(char wanted) {
        blanks();
        boolean isThere = at < text.length() && text.charAt(at) == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void expect(char wanted) {
        if (!isNext(wanted)) {
            throw wrong(wanted + " is missing");
        }
    }

    private String word() {
        blanks();
        int from = at;
        while (at < text.length() && " ,{}\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at " + at + " of: " + text);
    }
}
