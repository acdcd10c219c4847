package org.clubpost.people.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses in a cell or a line, as people write them: {@code anna@club.example}, {@code Anna <anna@club.example>},
 * {@code "Müller, Anna" <anna@club.example>; ben@club.example}, several with {@code :::} between them (Google), and
 * {@code anna at club.example} of Mailman's rosters and archives, also {@code anna at club.example (Anna)}.
 */
public final class Mailboxes {

    private static final Pattern BEFORE_LINK = Pattern.compile("(?i)^(?:mailto:|smtp:)");
    private static final Pattern ARCHIVE = Pattern.compile(
            "((?:[^<>]{0,200}<)?)([^\\s<>()]{1,64}) at ([^\\s<>()]{1,253}\\.[^\\s<>().]{1,63})(>| ?\\([^()]{0,200}\\)|)");
    private static final Pattern WITH_REMARK = Pattern.compile("(\\S{1,64}@\\S{1,253}) *\\(([^()]*)\\)");
    /** The most characters of an address with what stands beside it. */
    private static final int LONGEST = 1000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),;:]+@[^\\s@<>\"(),;:]+");
    private static final Pattern BARE = Pattern.compile("[^\\s<>]+@[^\\s<>]*");
    private static final Pattern BARE_IN_BRACKETS = Pattern.compile("<[^\\s<>]+@[^\\s<>]*>");
    private static final Pattern BRACKETS = Pattern.compile("[<>]");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private Mailboxes() {}

    /**
     * One of them.
     *
     * @param name the name beside the address; empty when there is none
     * @param address the address as it was written, which may be none, or several that are no list
     * @param remark what stands behind the address; empty when nothing does
     */
    public record Mailbox(String name, String address, String remark) {

        /** One with nothing behind it. */
        public Mailbox(String name, String address) {
            this(name, address, "");
        }

        /** Whether several addresses stand there, and not as a list of addresses. */
        public boolean isOfSeveral() {
            return address.length() > LONGEST
                    ? address.indexOf('@') < address.lastIndexOf('@')
                    : ADDRESS.matcher(address).results().limit(2).count() > 1;
        }
    }

    /** All of them in their order; none for an empty text. */
    public static List<Mailbox> in(String text) {
        var all = new ArrayList<Mailbox>();
        var joined = new StringBuilder();
        for (var part : parts(text)) {
            joined.append(joined.isEmpty() ? "" : ", ").append(part);
            // A comma within a name that is not in quotes: Müller, Anna <anna@club.example>.
            if (part.indexOf('@') >= 0 || isOfArchive(part)) {
                all.addAll(mailboxes(withSign(joined.toString())));
                joined.setLength(0);
            }
        }
        if (!joined.isEmpty()) {
            all.add(new Mailbox("", joined.toString()));
        }
        return all;
    }

    /** Whether all of it is one address with {@code at} in place of its sign. */
    static boolean isOfArchive(String text) {
        return text.length() <= LONGEST && text.indexOf('@') < 0 && ARCHIVE.matcher(text).matches();
    }

    private static String withSign(String part) {
        return isOfArchive(part) ? ARCHIVE.matcher(part).replaceFirst("$1$2@$3$4") : part;
    }

    private static List<Mailbox> mailboxes(String part) {
        var words = BLANK.split(part);
        if (Stream.of(BARE, BARE_IN_BRACKETS)
                .anyMatch(form -> Stream.of(words).allMatch(word -> form.matcher(word).matches()))) {
            return Stream.of(words).map(word -> new Mailbox("", plain(BRACKETS.matcher(word).replaceAll("")))).toList();
        }
        var open = part.lastIndexOf('<');
        var close = part.indexOf('>', open + 1);
        if (open >= 0 && close > open) {
            return List.of(angled(part, open, close));
        }
        if (part.length() <= LONGEST) {
            var remark = WITH_REMARK.matcher(part);
            if (remark.matches()) {
                return List.of(new Mailbox(remark.group(2).strip(), plain(remark.group(1))));
            }
        }
        return List.of(new Mailbox("", plain(part)));
    }

    /** With a name before the address. A name has no address, but in quotes, or again that of the person. */
    private static Mailbox angled(String part, int open, int close) {
        var before = part.substring(0, open).strip();
        var name = unquoted(before);
        var address = plain(part.substring(open + 1, close));
        var after = part.substring(close + 1).strip();
        var isAgain = name.equalsIgnoreCase(address);
        var isWithout = isAgain || !before.equals(name) || before.indexOf('@') < 0;
        return isWithout && after.indexOf('@') < 0
                ? new Mailbox(isAgain ? "" : name, address, after)
                : new Mailbox("", part);
    }

    private static String plain(String address) {
        return BEFORE_LINK.matcher(CellText.address(address)).replaceFirst("");
    }

    private static String unquoted(String name) {
        return name.length() > 1 && (isWithin(name, "\"") || isWithin(name, "'"))
                ? name.substring(1, name.length() - 1).replace("\\\"", "\"").strip()
                : name;
    }

    private static boolean isWithin(String name, String quote) {
        return name.startsWith(quote) && name.endsWith(quote);
    }

    /** Cut at commas, semicolons, ends of lines and three colons that are not in quotes or angle brackets. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var quoted = false;
        var angled = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            quoted ^= letter == '"';
            angled = !quoted && (letter == '<' || (angled && letter != '>'));
            var isBetween = !quoted && !angled
                    && (letter == ',' || letter == ';' || letter == '\n' || text.startsWith(":::", i));
            if (isBetween) {
                add(part, parts);
                i += letter == ':' ? 2 : 0;
            } else {
                part.append(letter);
            }
        }
        add(part, parts);
        return parts;
    }

    private static void add(StringBuilder part, List<String> parts) {
        var text = part.toString().strip();
        if (!text.isEmpty()) {
            parts.add(text);
        }
        part.setLength(0);
    }
}
