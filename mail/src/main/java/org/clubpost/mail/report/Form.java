package org.clubpost.mail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Header;

/**
 * How the reports of one mail system look: a file of {@code forms}.
 *
 * <pre>
 * must: Field ~ words    the header has that field with these words, or at all; all such lines must hold
 * mark: Field ~ words    the same; one of them must hold
 * text: words            a line begins so; one of them must hold. {@literal *} stands for anything
 * anywhere: yes          a line need not begin with them
 * by: anybody            the sender need not look like a mail system
 * begin: words           recipients stand behind the first line with these words
 * end: words             the mail that came back begins behind the line that begins so
 * stop: words            no recipients stand behind the line that begins so
 * label: words           a recipient stands behind these words; those of {@code any} hold where nobody is found else
 * to: words              behind them stands to whom the mail was written, for when nobody is found else
 * delay: words           with them, the mail only waits
 * success: words         with them, nothing failed
 * reason: words          the reason; with ? before it, codes and other words count first
 * </pre>
 */
final class Form {

    private static final List<Form> ALL = Rules.lines("forms.list").stream().map(Form::read).toList();
    private static final Form COMMON = read("any");
    private static final int LONGEST_VALUE = 1_000;

    private final List<Rules.Rule> rules;
    private final List<Said> reasons = new ArrayList<>();
    private final boolean isAnywhere;

    private Form(List<Rules.Rule> rules) {
        this.rules = rules;
        this.isAnywhere = rules.stream().anyMatch(rule -> rule.key().equals("anywhere"));
    }

    private record Said(BounceReason reason, boolean isWeak, Saying words) {}

    /** The first form that fits. */
    static Optional<Form> of(Header header, boolean isBySystem, Notice notice) {
        return ALL.stream().filter(form -> form.fits(header, isBySystem, notice)).findFirst();
    }

    private static Form read(String name) {
        var rules = Rules.of("forms/" + name + ".rules");
        var form = new Form(rules);
        for (var rule : rules) {
            boolean isWeak = rule.key().startsWith("?");
            BounceReason.parse(isWeak ? rule.key().substring(1) : rule.key())
                    .ifPresent(reason -> form.reasons.add(new Said(reason, isWeak, Saying.of(rule.value()))));
        }
        return form;
    }

    private List<String> values(String key) {
        return rules.stream().filter(rule -> rule.key().equals(key)).map(Rules.Rule::value).toList();
    }

    private boolean fits(Header header, boolean isBySystem, Notice notice) {
        var marks = values("mark");
        return (isBySystem || !values("by").isEmpty())
                && values("must").stream().allMatch(condition -> holds(header, condition))
                && (marks.isEmpty() || marks.stream().anyMatch(condition -> holds(header, condition)))
                && values("text").stream().anyMatch(text -> notice.says(text, isAnywhere));
    }

    private static boolean holds(Header header, String condition) {
        int tilde = condition.indexOf(" ~ ");
        if (tilde < 0) {
            return header.has(condition);
        }
        var words = condition.substring(tilde + 3).toLowerCase(Locale.ROOT);
        return header.all(condition.substring(0, tilde)).stream().limit(20)
                .anyMatch(field -> HeaderText.decoded(field.value(), LONGEST_VALUE).toLowerCase(Locale.ROOT)
                        .contains(words));
    }

    /** Lines behind which recipients stand. */
    List<String> begins() {
        return values("begin");
    }

    /** How a line begins behind which no recipients stand. */
    List<String> stops() {
        return values("stop");
    }

    /** Words behind which a recipient stands. */
    List<String> labels() {
        return values("label");
    }

    /** Words behind which a recipient stands in the reports of any mail system. */
    static List<String> commonLabels() {
        return COMMON.labels();
    }

    /** Words behind which stands to whom the mail was written. */
    List<String> addressed() {
        return values("to");
    }

    /** How lines begin behind which the mail stands that came back: those of all forms. */
    static List<String> ends() {
        return ALL.stream().flatMap(form -> form.values("end").stream()).distinct().toList();
    }

    /** Whether the words of the report, this system's or those of any, say that the mail only waits. */
    boolean isDelay(String plain) {
        return (says("delay", plain) || COMMON.says("delay", plain)) && !plain.contains("permanent error")
                && !plain.contains("failed permanently");
    }

    /** Whether the words of the report, this system's or those of any, say that nothing failed. */
    boolean isSuccess(String plain) {
        return says("success", plain) || COMMON.says("success", plain);
    }

    private boolean says(String key, String plain) {
        return values(key).stream().map(Saying::plain).anyMatch(plain::contains);
    }

    /** The reason that words of this system stand for, whatever else is said. */
    Optional<BounceReason> reason(String plain) {
        return reason(plain, false);
    }

    /** The reason that words of this system stand for, when nothing else says it. */
    Optional<BounceReason> weakReason(String plain) {
        return reason(plain, true);
    }

    private Optional<BounceReason> reason(String plain, boolean isWeak) {
        return reasons.stream().filter(said -> said.isWeak() == isWeak && said.words().isIn(plain)).map(Said::reason)
                .findFirst();
    }
}
