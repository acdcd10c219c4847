package org.clubpost.mail.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Header;

/** Whom a report is about, and why the mail did not reach them. */
final class Recipients {

    private static final Map<String, BounceReason> CATEGORIES = categories();

    private final Header header;
    private final Optional<Form> form;
    private final Notice notice;
    private final Original original;

    Recipients(Header header, Optional<Form> form, Notice notice, Original original) {
        this.header = header;
        this.form = form;
        this.notice = notice;
        this.original = original;
    }

    private static Map<String, BounceReason> categories() {
        var read = new LinkedHashMap<String, BounceReason>();
        Rules.of("categories.rules")
                .forEach(rule -> read.put(rule.key(), BounceReason.parse(rule.value()).orElseThrow()));
        return Map.copyOf(read);
    }

    /** Those that the text for people names. */
    List<Candidate> named() {
        if (isSuccess()) {
            return List.of();
        }
        var begins = form.map(Form::begins).orElse(List.of());
        var stops = form.map(Form::stops).orElse(List.of());
        var lines = notice.behind(begins).stream()
                .takeWhile(line -> stops.stream().noneMatch(line.strip()::startsWith)).toList();
        return Stream.<Supplier<List<Candidate>>>of(() -> named(lines, form.map(Form::labels).orElse(List.of())),
                () -> named(notice.lines(), Form.commonLabels()),
                () -> header.has("X-Failed-Recipients") ? List.of() : only(lines),
                () -> named(notice.lines(), form.map(Form::addressed).orElse(List.of())))
                .map(Supplier::get).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private List<Candidate> named(List<String> lines, List<String> labels) {
        return NoticeReader.read(lines, labels, ReportReader.ours(header));
    }

    /** In a sentence stands the recipient if no other address does. */
    private List<Candidate> only(List<String> lines) {
        return NoticeReader.only(lines, ReportReader.ours(header), ReportReader.to(header))
                .map(address -> List.of(Candidate.of(address, address, cut(String.join("\n", lines)))))
                .orElse(List.of());
    }

    private boolean isSuccess() {
        return form.filter(each -> each.isSuccess(notice.plain())).isPresent();
    }

    /** Those that a field names, or to whom the mail that came back was written. */
    List<Candidate> guessed() {
        if (isSuccess()) {
            return List.of();
        }
        var failed = header.all("X-Failed-Recipients").stream().limit(20)
                .flatMap(field -> Spec.all(field.value())).distinct().toList();
        var addresses = failed.isEmpty() ? original.recipients() : failed;
        return addresses.stream().limit(20).map(address -> Candidate.of(address, address, "")).toList();
    }

    /** The same, each once, with what is to be thought of it. */
    List<Failed> judged(List<Candidate> candidates) {
        var merged = new LinkedHashMap<String, Candidate>();
        for (var candidate : candidates) {
            merged.merge(key(candidate), candidate, Recipients::better);
        }
        var all = new ArrayList<Failed>();
        long missing = merged.values().stream().filter(candidate -> urgency(candidate) > 0).count();
        merged.values().forEach(candidate -> all.add(urgency(candidate) > 0
                ? judged(candidate, Math.toIntExact(missing))
                : reached(candidate)));
        return all;
    }

    /** Where a mail arrived stands beside where the same one did not. */
    private static String key(Candidate candidate) {
        var address = candidate.address().toLowerCase(Locale.ROOT);
        boolean isElsewhere = candidate.action().equals("delivered")
                && !Spec.isSame(candidate.address(), candidate.finalAddress());
        return isElsewhere ? address + " " + candidate.finalAddress().toLowerCase(Locale.ROOT) : address;
    }

    /** An alias may be expanded, and fail for somebody behind it. */
    private static Candidate better(Candidate one, Candidate other) {
        int urgent = Integer.compare(urgency(one), urgency(other));
        return (urgent == 0 ? Integer.compare(weight(one), weight(other)) : urgent) >= 0 ? one : other;
    }

    private static int urgency(Candidate candidate) {
        return switch (candidate.action()) {
            case "failed" -> 2;
            case "delayed" -> 1;
            default -> 0;
        };
    }

    /** What tells more: fields for programs, then a reply of SMTP, then a status code. */
    private static int weight(Candidate candidate) {
        var said = Codes.in(candidate.words());
        return (candidate.status().isBlank() ? 0 : 4) + (said.reply().isEmpty() ? 0 : 2)
                + (said.status().isEmpty() ? 0 : 1);
    }

    private Failed judged(Candidate candidate, int count) {
        var about = notice.about(candidate.finalAddress()).or(() -> notice.about(candidate.address())).orElse("");
        var words = words(candidate, about, count);
        var codes = Codes.in(candidate.status()).orElse(Codes.in(words));
        var plain = Saying.plain(words);
        boolean isDelayed = candidate.action().equals("delayed") || (candidate.action().equals("failed")
                && candidate.status().isEmpty() && codes.severity() != 5
                && form.filter(each -> each.isDelay(notice.plain())).isPresent());
        var step = Dialogue.in(plain).or(() -> Dialogue.in(Saying.plain(about)))
                .or(() -> count == 1 ? Dialogue.in(notice.plain()) : Optional.empty());
        var evidence = new Evidence(codes, plain, step, candidate.isProgram(), isDelayed, host(candidate, words),
                category(candidate).or(() -> form.flatMap(each -> each.weakReason(plain)))
                        .or(() -> form.filter(_ -> count == 1).flatMap(each -> each.weakReason(notice.plain()))));
        var reason = reason(candidate, evidence, about, count);
        return new Failed(candidate.address(), candidate.finalAddress(), lasting(codes, reason, isDelayed), reason,
                codes.status(), codes.reply(), HeaderText.cut(words.replaceAll("\\s+", " ").strip(), Failed.MOST_WORDS),
                isDelayed ? "delayed" : candidate.action());
    }

    /** What worked has no reason. */
    private static Failed reached(Candidate candidate) {
        return new Failed(candidate.address(), candidate.finalAddress(), Lasting.UNDETERMINED, BounceReason.UNDEFINED,
                candidate.status().strip().split("[\\s(;]", 2)[0], "", HeaderText.cut(candidate.words()
                        .replaceAll("\\s+", " ").strip(), Failed.MOST_WORDS),
                candidate.action());
    }

    /** What is said of this recipient; when that is nothing, what the report says at all. */
    private String words(Candidate candidate, String about, int count) {
        if (saysSomething(candidate.words())) {
            return candidate.words();
        }
        if (saysSomething(about)) {
            return about;
        }
        var all = String.join("\n", count == 1 ? notice.lines() : notice.introduction());
        return cut(candidate.words() + "\n" + all);
    }

    private static boolean saysSomething(String words) {
        var plain = Saying.plain(words);
        return !Codes.in(words).equals(Codes.NONE)
                || (plain.chars().filter(Character::isLetter).count() > 8 && isKnown(plain));
    }

    private static boolean isKnown(String plain) {
        for (var reason : BounceReason.values()) {
            if (ReasonWords.say(reason, plain)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), 4 * Failed.MOST_WORDS));
    }

    private String host(Candidate candidate, String words) {
        var domain = candidate.finalAddress().substring(candidate.finalAddress().lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT);
        var first = candidate.address().substring(candidate.address().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return (candidate.host() + " " + HostNames.in(words) + " " + domain + " " + first).strip();
    }

    private static Optional<BounceReason> category(Candidate candidate) {
        return Optional.ofNullable(CATEGORIES.get(candidate.category()));
    }

    private BounceReason reason(Candidate candidate, Evidence evidence, String about, int count) {
        var category = category(candidate).filter(reason -> reason == BounceReason.USER_UNKNOWN);
        if (category.isPresent()) {
            return category.get();
        }
        var strong = form.flatMap(each -> each.reason(evidence.words()))
                .or(() -> form.filter(_ -> count == 1).flatMap(each -> each.reason(notice.plain())));
        return strong.orElseGet(() -> {
            var reason = Reasons.of(evidence);
            boolean isVague = reason == BounceReason.UNDEFINED || reason == BounceReason.ON_HOLD;
            return isVague && !about.isBlank() ? again(evidence, about, reason) : reason;
        });
    }

    /** The text for people may say more than the fields for programs. */
    private static BounceReason again(Evidence evidence, String about, BounceReason first) {
        var second = Reasons.of(new Evidence(evidence.codes().orElse(Codes.in(about)), Saying.plain(about),
                evidence.step(), evidence.isProgram(), evidence.isDelayed(), evidence.host(), evidence.given()));
        return second == BounceReason.UNDEFINED ? first : second;
    }

    /** RFC 3463 section 3.1: the class says it. Without one, words do, and the reason. */
    private Lasting lasting(Codes codes, BounceReason reason, boolean isDelayed) {
        if (codes.severity() != 0) {
            return codes.severity() == 5 ? Lasting.PERMANENT : Lasting.TRANSIENT;
        }
        if (isDelayed) {
            return Lasting.TRANSIENT;
        }
        if (notice.plain().contains("permanent") || notice.plain().contains("dauerhaft")) {
            return Lasting.PERMANENT;
        }
        if (notice.plain().contains("temporar") || notice.plain().contains("transient")) {
            return Lasting.TRANSIENT;
        }
        boolean isForNow = reason.blame() == Blame.MAILBOX || reason.blame() == Blame.NOBODY;
        return isForNow ? Lasting.UNDETERMINED : Lasting.PERMANENT;
    }
}
