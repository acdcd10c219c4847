package org.clubpost.mail.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;

/**
 * What a report says to people, up to the mail that came back, line by line.
 *
 * @param lines the lines; what somebody quotes is not among them
 * @param plainLines the same, each {@linkplain Saying#plain plain} and without blanks around it
 * @param plain the same as one text, {@linkplain Saying#plain plain}
 * @param returned the header behind it, of the mail that came back; empty when there is none
 */
record Notice(List<String> lines, List<String> plainLines, String plain, Header returned) {

    private static final int MOST_LINES = 2_000;
    private static final Pattern LISTED = Pattern.compile("> ?<?[^\\s<>@:]{1,64}@[^\\s<>@:]{1,255}>?");
    private static final int LONGEST_LINE = 2_000;
    private static final List<String> ENDS = Form.ends().stream().map(end -> end.toLowerCase(Locale.ROOT)).toList();
    /** With these begins a header; a report for people has no such lines of its own. */
    private static final List<String> FIELDS = List.of("received:", "return-path:");
    /** What stands above a text that somebody passes on. */
    private static final List<String> FORWARDED = List.of("---------- forwarded message", "-----original message-----",
            "begin forwarded message", "-----ursprüngliche nachricht-----", "-------- weitergeleitete nachricht",
            "-------- forwarded message", "-------- original message", "anfang der weitergeleiteten",
            "---------- message transféré", "-----message d'origine-----", "-------- message transféré",
            "---------- mensaje reenviado", "---------- messaggio inoltrato", "---------- doorgestuurd bericht");

    static Notice of(String text) {
        List<String> lines = new ArrayList<>();
        var all = text.split("\n", MOST_LINES + 1);
        int at = 0;
        for (; at < Math.min(all.length, MOST_LINES) && !isEnd(all[at]) && !isForwarded(all[at]); at++) {
            var line = all[at].substring(0, Math.min(all[at].length(), LONGEST_LINE)).stripTrailing();
            if (!line.startsWith(">") || line.startsWith(">>>")) {
                lines.add(line);
            } else if (LISTED.matcher(line).matches() && isIntroduced(lines)) {
                lines.add(line.substring(1).strip());
            }
        }
        var plainLines = lines.stream().map(line -> Saying.plain(line).strip()).toList();
        return new Notice(List.copyOf(lines), plainLines, Saying.plain(String.join("\n", lines)), header(all, at));
    }

    /** MDaemon lists recipients as others quote. */
    private static boolean isIntroduced(List<String> lines) {
        return lines.reversed().stream().filter(line -> !line.isBlank()).findFirst()
                .filter(line -> line.strip().endsWith(":") || LISTED.matcher("> " + line).matches()).isPresent();
    }

    /** What is said before the first recipient is named. */
    List<String> introduction() {
        return lines.stream().takeWhile(line -> AddressLine.in(line, List.of()).isEmpty()).toList();
    }

    private static boolean isEnd(String line) {
        var start = beginning(line);
        return ENDS.stream().anyMatch(start::startsWith) || FIELDS.stream().anyMatch(start::startsWith);
    }

    private static boolean isForwarded(String line) {
        var start = beginning(line);
        return FORWARDED.stream().anyMatch(start::startsWith);
    }

    private static String beginning(String line) {
        return line.substring(0, Math.min(line.length(), 120)).strip().toLowerCase(Locale.ROOT);
    }

    private static Header header(String[] lines, int end) {
        int at = end;
        if (at < lines.length && FIELDS.stream().noneMatch(beginning(lines[at])::startsWith)) {
            at++;
        }
        while (at < lines.length && (lines[at].isBlank() || lines[at].startsWith("---"))) {
            at++;
        }
        var rest = new StringBuilder();
        for (; at < lines.length && !lines[at].isBlank(); at++) {
            rest.append(lines[at]).append('\n');
        }
        return rest.isEmpty()
                ? Header.EMPTY
                : MimeParser.header(Octets.of(rest.append('\n').toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a line begins so; {@code *} stands for anything. */
    boolean says(String words, boolean isAnywhere) {
        if (words.equals("*")) {
            return !lines.isEmpty();
        }
        var pieces = words.toLowerCase(Locale.ROOT).split("\\*", -1);
        return plainLines.stream().anyMatch(line -> says(pieces, line, isAnywhere));
    }

    private static boolean says(String[] pieces, String line, boolean isAnywhere) {
        int at = 0;
        for (int i = 0; i < pieces.length; i++) {
            int found = line.indexOf(pieces[i], at);
            if (found < 0 || (i == 0 && found > 0 && !isAnywhere && !pieces[i].isEmpty())) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return true;
    }

    /** The lines behind the first one with one of these words; all lines when there is none. */
    List<String> behind(List<String> words) {
        var plainWords = words.stream().map(Saying::plain).toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = plainLines.get(i);
            if (plainWords.stream().anyMatch(line::contains)) {
                return lines.subList(i, lines.size());
            }
        }
        return lines;
    }

    /** What the line with that address says, and the lines that go on with it. */
    Optional<String> about(String address) {
        var said = new StringBuilder();
        var wanted = address.toLowerCase(Locale.ROOT);
        boolean isOn = false;
        for (var line : lines) {
            boolean isNamed = line.toLowerCase(Locale.ROOT).contains(wanted);
            boolean goesOn = isOn && !line.isBlank()
                    && (line.startsWith(" ") || line.startsWith("\t") || line.startsWith("<<<"));
            isOn = isNamed || goesOn;
            if (isOn && said.length() < Failed.MOST_WORDS * 2) {
                said.append(line).append('\n');
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(said.toString());
    }
}
