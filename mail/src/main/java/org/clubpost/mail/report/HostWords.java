package org.clubpost.mail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.clubpost.core.suppression.BounceReason;

/**
 * What the words of certain hosts mean: a file of {@code hosts} for each. {@code host: NAME} is the end of the host's
 * name or of the recipient's domain. The other lines are tried in their order:
 *
 * <pre>
 * reason: words          the words say so
 * reason /rcpt: words    they say so at that step of the dialogue; /4 and /5: with a code of that class
 * reason #TOKEN          the token stands in the words; #NAME-1-4 is a range of numbers at its end. A number alone
 *                        stands at the end of a name, as in OFR_417
 * reason {@literal @}5.2.0         with that status code
 * </pre>
 */
final class HostWords {

    private static final Pattern RANGE = Pattern.compile("(.*?)(\\d+)-(\\d+)$");
    private static final List<HostWords> ALL = Rules.lines("hosts.list").stream().map(HostWords::read).toList();

    private final List<String> hosts;
    private final List<Line> lines;

    private HostWords(List<String> hosts, List<Line> lines) {
        this.hosts = hosts;
        this.lines = lines;
    }

    private record Line(BounceReason reason, Predicate<Evidence> condition) {}

    /** The reason by the words of the host that said them. */
    static Optional<BounceReason> reason(Evidence evidence) {
        return ALL.stream().filter(host -> host.hosts.stream().anyMatch(evidence::isOf))
                .flatMap(host -> host.lines.stream())
                .filter(line -> line.condition().test(evidence)).map(Line::reason).findFirst();
    }

    private static HostWords read(String name) {
        var hosts = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        for (var rule : Rules.of("hosts/" + name + ".rules")) {
            if (rule.key().equals("host")) {
                hosts.add(rule.value());
            } else {
                lines.add(line(rule));
            }
        }
        return new HostWords(hosts, lines);
    }

    private static Line line(Rules.Rule rule) {
        var key = rule.key().split(" ", 2);
        var reason = BounceReason.parse(key[0]).orElseThrow(() -> new IllegalStateException(rule.key()));
        var mark = key.length > 1 ? key[1] : "";
        return new Line(reason, switch (mark.isEmpty() ? ' ' : mark.charAt(0)) {
            case '#' -> token(mark.substring(1));
            case '@' -> evidence -> evidence.codes().status().equals(mark.substring(1));
            case '/' -> at(mark.substring(1)).and(words(rule.value()));
            default -> words(rule.value());
        });
    }

    private static Predicate<Evidence> words(String value) {
        var saying = Saying.of(value);
        return evidence -> saying.isIn(evidence.words());
    }

    private static Predicate<Evidence> at(String step) {
        if (step.equals("4") || step.equals("5")) {
            int severity = step.charAt(0) - '0';
            return evidence -> evidence.codes().severity() == severity;
        }
        var wanted = Dialogue.valueOf(step.toUpperCase(Locale.ROOT));
        return evidence -> evidence.step().filter(wanted::equals).isPresent();
    }

    private static Predicate<Evidence> token(String token) {
        var range = RANGE.matcher(token.toLowerCase(Locale.ROOT));
        if (!range.matches()) {
            return evidence -> hasToken(evidence.words(), token.toLowerCase(Locale.ROOT));
        }
        var before = range.group(1);
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(3));
        return evidence -> hasNumber(evidence.words(), before, first, last);
    }

    private static boolean hasToken(String words, String token) {
        for (int at = words.indexOf(token); at >= 0; at = words.indexOf(token, at + 1)) {
            int end = at + token.length();
            boolean isDigit = Character.isDigit(token.charAt(0));
            char before = at == 0 ? ' ' : words.charAt(at - 1);
            boolean begins = isDigit
                    ? Character.isLetter(before) || "_-[".indexOf(before) >= 0
                    : !Character.isLetterOrDigit(before);
            if (begins && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNumber(String words, String before, int first, int last) {
        for (int at = words.indexOf(before); at >= 0; at = words.indexOf(before, at + 1)) {
            int begin = at + before.length();
            int end = begin;
            while (end < words.length() && end < begin + 6 && Character.isDigit(words.charAt(end))) {
                end++;
            }
            if (end > begin) {
                int number = Integer.parseInt(words, begin, end, 10);
                if (number >= first && number <= last) {
                    return true;
                }
            }
        }
        return false;
    }
}
