package org.clubpost.mail.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.field.HeaderText;

/** The recipients in the fields for programs (RFC 3464 section 2.3). */
final class StatusReader {

    private static final Pattern TYPE = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9-]{0,30})\\s*;\\s*");

    /** How the words for each action begin, in whatever form they stand there. */
    private static final Map<String, String> ACTIONS = Map.of("delay", "delayed", "deliver", "delivered", "relay",
            "relayed", "expand", "expanded");
    private static final int LONGEST_WORDS = 10 * Failed.MOST_WORDS;

    private StatusReader() {}

    /** One for each group that names an address. */
    static List<Candidate> read(List<Map<String, String>> groups) {
        return groups.stream().flatMap(group -> candidate(group).stream()).toList();
    }

    private static Optional<Candidate> candidate(Map<String, String> group) {
        var last = address(group, "final-recipient");
        var actual = address(group, "x-actual-recipient");
        var first = address(group, "original-recipient").or(() -> last).or(() -> actual);
        return first.map(address -> new Candidate(address, actual.or(() -> last).orElse(address),
                action(group.getOrDefault("action", ""), group.getOrDefault("status", "")),
                group.getOrDefault("status", ""), words(group), isProgram(group), host(group),
                group.getOrDefault("x-powermta-bouncecategory", "")));
    }

    private static Optional<String> address(Map<String, String> group, String name) {
        return Optional.ofNullable(group.get(name)).flatMap(Spec::ofField);
    }

    /** RFC 3464 section 2.3.3; what else is written there means a failure. */
    private static String action(String value, String status) {
        var word = value.strip().toLowerCase(Locale.ROOT);
        return ACTIONS.entrySet().stream().filter(each -> word.startsWith(each.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(status.strip().startsWith("2.") ? "delivered" : "failed");
    }

    private static String words(Map<String, String> group) {
        var words = decoded(withoutType(group.getOrDefault("diagnostic-code", "")));
        var comment = group.getOrDefault("status", "");
        return words.isBlank() ? comment.replaceFirst("^\\s*\\d\\.\\d{1,3}\\.\\d{1,3}\\s*", "") : words;
    }

    /** Some systems write what they say to people as encoded words (RFC 2047), which no such field may hold. */
    private static String decoded(String words) {
        return words.contains("=?")
                ? HeaderText.decodedName(words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
                : words;
    }

    static String withoutType(String value) {
        return TYPE.matcher(value).replaceFirst("");
    }

    private static boolean isProgram(Map<String, String> group) {
        var value = group.getOrDefault("diagnostic-code", "").strip().toLowerCase(Locale.ROOT);
        return value.startsWith("x-unix") && Codes.in(value).equals(Codes.NONE);
    }

    private static String host(Map<String, String> group) {
        var value = withoutType(group.getOrDefault("remote-mta", "")).strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < value.length() && end < 255
                && (Character.isLetterOrDigit(value.charAt(end)) || "-._".indexOf(value.charAt(end)) >= 0)) {
            end++;
        }
        var name = value.substring(0, end);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
