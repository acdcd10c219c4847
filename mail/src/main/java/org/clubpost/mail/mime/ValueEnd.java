package org.clubpost.mail.mime;

import java.util.regex.Pattern;

/**
 * Where the value of a parameter ends that has no quotes, or none that close. Words such as a charset end at the next
 * semicolon, or at a blank before a parameter that is known. Names of files may have blanks, semicolons and equals signs
 * in them.
 */
final class ValueEnd {

    private static final String KNOWN = "(?i:charset|name|filename|boundary|format|delsp|type|start|start-info|size"
            + "|creation-date|modification-date|read-date|protocol|micalg|method|report-type|reply-type"
            + "|x-[a-z0-9-]{1,40})(?:\\*[0-9]{0,3}\\*?)?";
    /** A parameter's name, with what divides it from its value. */
    static final Pattern NAME = Pattern
            .compile("([!#-'*+.0-9A-Z^-~-]{1,80}(?=\\s*=)|" + KNOWN + "(?=\\s*:))\\s*[=:]\\s*");
    /** Names at which a new parameter begins, though no semicolon stands before them. */
    private static final Pattern KNOWN_NAME = Pattern.compile(KNOWN + "\\s*=");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)(?:file)?name(?:\\*.*)?");
    private static final Pattern NEXT = Pattern.compile("[;\\s]*(?:$|" + NAME.pattern() + ")");
    /** The kind of a file, as the end of its name tells it. */
    private static final Pattern EXTENSION = Pattern.compile("\\.[0-9]{0,2}[A-Za-z][A-Za-z0-9]{0,5}[\"',]*$");
    private static final Pattern KNOWN_FILE = Pattern.compile("(?i)(?:file)?name\\*?\\s*=.*");
    private static final int LONGEST_EXTENSION = 10;

    private ValueEnd() {}

    /** Whether a parameter with that name tells the name of a file. */
    static boolean isFileName(String parameter) {
        return FILE_NAME.matcher(parameter).matches();
    }

    /** Where a word that begins there ends. */
    static int ofWord(String text, int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) != ';' && !isBeforeKnownName(text, end)) {
            end++;
        }
        return end;
    }

    /** Where a text that begins there ends, such as a file's name. */
    static int ofText(String text, int begin) {
        for (int i = begin; i < text.length(); i++) {
            var isEnd = text.charAt(i) == ';'
                    ? isAtNext(text, begin, i)
                    : isBeforeKnownName(text, i) && isDivided(text, begin, i);
            if (isEnd) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isBeforeKnownName(String text, int here) {
        return (text.charAt(here) == ' ' || text.charAt(here) == '\t' || text.charAt(here) == ',')
                && KNOWN_NAME.matcher(text).region(here + 1, text.length()).lookingAt();
    }

    /** Whether a parameter or nothing follows, or a word that has no place in a name that is whole. */
    private static boolean isAtNext(String text, int begin, int semicolon) {
        if (NEXT.matcher(text).region(semicolon, text.length()).lookingAt()) {
            return true;
        }
        int next = text.indexOf(';', semicolon + 1);
        var piece = text.substring(semicolon + 1, next < 0 ? text.length() : next).strip();
        return hasExtension(text.substring(begin, semicolon)) && !hasExtension(piece);
    }

    /**
     * Whether a parameter that is known begins behind that blank. Unfolded, a line break is a tab or several blanks.
     * Otherwise the name before it must be whole, and what follows must not be the rest of one.
     */
    private static boolean isDivided(String text, int begin, int blank) {
        var c = text.charAt(blank);
        if (c == '\t' || c == ',' || (blank > begin && Character.isWhitespace(text.charAt(blank - 1)))) {
            return true;
        }
        var isOfFile = KNOWN_FILE.matcher(text).region(blank + 1, text.length()).lookingAt();
        int next = text.indexOf(';', blank);
        return text.charAt(blank - 1) == '"' || (hasExtension(text.substring(begin, blank))
                && (isOfFile || !hasExtension(text.substring(blank, next < 0 ? text.length() : next))));
    }

    private static boolean hasExtension(String name) {
        var end = name.substring(Math.max(0, name.length() - LONGEST_EXTENSION));
        return EXTENSION.matcher(end).find();
    }
}
