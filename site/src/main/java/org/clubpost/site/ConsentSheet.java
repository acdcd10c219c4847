package org.clubpost.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;

/**
 * One sheet about one member: by what right the list writes to them, with the very words that they were shown, and what
 * happened since. It is a document of its own, for a file or a page, and prints on one sheet unless the history is
 * long; the same as plain text.
 */
public final class ConsentSheet {

    private static final int LABEL = 24;

    private final Site site;
    private final ActWords acts;
    private final Templates templates = Templates.html("sheets");

    /**
     * What stands on a sheet.
     *
     * @param list the list
     * @param person the person, as far as we know them
     * @param consent the consent on record
     * @param words the words that the form showed, if they are stored
     * @param mail the words of the mail that asked to confirm, if they are stored
     * @param history what happened, oldest first
     * @param now when it is made
     */
    public record Facts(MailingList list, Optional<Person> person, Optional<Consent> consent, Optional<String> words,
            Optional<String> mail, List<LogEntry> history, Instant now) {

        /** What is known of that subscriber. */
        public static Facts of(MailingList list, Subscriber subscriber, Wordings wordings, List<LogEntry> history,
                Instant now) {
            var consent = History.consent(subscriber);
            var steps = consent.filter(Consent.DoubleOptIn.class::isInstance).map(Consent.DoubleOptIn.class::cast);
            return new Facts(list, subscriber.whom(), consent, steps.flatMap(given -> wordings.find(given.wording())),
                    steps.map(Consent.DoubleOptIn::mail).filter(digest -> !digest.isEmpty()).flatMap(wordings::find),
                    history, now);
        }

        /** Copies the history. */
        public Facts {
            history = List.copyOf(history);
        }
    }

    /** One thing that stands on a sheet, and what it is. */
    private record Fact(String label, String value) {}

    /** In the words of that site. */
    public ConsentSheet(Site site) {
        this.site = site;
        this.acts = new ActWords(site);
    }

    /** As an HTML document that loads nothing. */
    public String html(Locale language, Facts facts) {
        var words = site.words(language);
        return templates.fill("consent", Map.of("language", words.language().toLanguageTag(), "title",
                words.text("consent.title"), "list", facts.list().profile().name(), "facts",
                all(words, facts).stream().map(fact -> Map.of("label", fact.label(), "value", fact.value())).toList(),
                "history", words.text("consent.history"), "entries", facts.history().stream()
                        .map(entry -> Map.of("time", time(words, facts, entry.time()), "what",
                                acts.what(language, entry), "details", acts.details(language, entry), "who",
                                acts.whoAndHow(language, entry)))
                        .toList()));
    }

    /** As plain text with LF line ends. */
    public String text(Locale language, Facts facts) {
        var words = site.words(language);
        var text = new StringBuilder(words.text("consent.title")).append("\n\n");
        for (var fact : all(words, facts)) {
            text.append(padded(fact.label())).append(fact.value().replace("\n", "\n" + padded("")))
                    .append('\n');
        }
        text.append('\n').append(words.text("consent.history")).append('\n');
        for (var entry : facts.history()) {
            text.append(time(words, facts, entry.time())).append("  ").append(acts.what(language, entry)).append(" (")
                    .append(acts.whoAndHow(language, entry)).append(")\n");
            acts.details(language, entry).forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static String padded(String label) {
        return label.length() < LABEL ? label + " ".repeat(LABEL - label.length()) : label + "\n" + padded("");
    }

    private List<Fact> all(Texts words, Facts facts) {
        var all = new ArrayList<Fact>();
        all.add(fact(words, "consent.list",
                facts.list().profile().name() + " <" + facts.list().address().written() + ">"));
        all.add(fact(words, "consent.person", facts.person().map(ConsentSheet::named)
                .orElseGet(() -> words.text("consent.unknown"))));
        all.add(fact(words, "consent.printed", time(words, facts, facts.now())));
        if (facts.consent().isEmpty()) {
            all.add(fact(words, "consent.right", words.text("consent.right.none")));
        } else {
            all.addAll(right(words, facts, facts.consent().get()));
        }
        return all;
    }

    private List<Fact> right(Texts words, Facts facts, Consent consent) {
        return switch (consent) {
            case Consent.DoubleOptIn given -> List.of(fact(words, "consent.right", words.text(isByMail(given)
                    ? "consent.right.mail"
                    : "consent.right.form")),
                    fact(words, "consent.asked", step(words, "consent.asked", facts, given.requested(), given.form())),
                    fact(words, "consent.words", stored(words, facts.words(), given.wording())),
                    fact(words, "consent.mail-words", stored(words, facts.mail(), given.mail())),
                    fact(words, "consent.confirmed",
                            step(words, "consent.confirmed", facts, given.confirmed(), given.form())));
            case Consent.OwnersWord word -> List.of(fact(words, "consent.right", words.text("consent.right.owner")),
                    fact(words, "consent.vouched", words.text("consent.vouched.how", Map.of("time",
                            time(words, facts, word.at()), "who", acts.who(words.language(), word.by())))),
                    fact(words, "consent.reason", word.reason()));
            case Consent.AccountSignUp account -> List.of(
                    fact(words, "consent.right", words.text("consent.right.account")),
                    fact(words, "consent.account", words.text("consent.account.how", Map.of("time",
                            time(words, facts, account.at()), "service", account.service(), "answer",
                            account.answer()))));
        };
    }

    private static String stored(Texts words, Optional<String> text, String digest) {
        return text.map(String::strip).orElseGet(() -> digest.isEmpty()
                ? words.text("consent.unknown")
                : words.text("consent.words.gone", Map.of("digest", digest)));
    }

    private static boolean isByMail(Consent.DoubleOptIn given) {
        return given.requested().mail().isPresent() || given.confirmed().mail().isPresent();
    }

    private static String step(Texts words, String name, Facts facts, Origin origin, String form) {
        var time = time(words, facts, origin.at());
        var source = known(words, origin.sourceAddress());
        return origin.mail()
                .map(mail -> words.text(name + ".mail", Map.of("time", time, "source", source, "words",
                        mail.isBlank() ? words.text("gathered.no-subject") : mail)))
                .orElseGet(() -> words.text(name + ".how", Map.of("time", time, "form", form, "source", source,
                        "agent", known(words, origin.userAgent()))));
    }

    private static String known(Texts words, String value) {
        return value.isEmpty() ? words.text("consent.unknown") : value;
    }

    private static String named(Person person) {
        return !person.name().isGiven()
                ? person.address().written()
                : person.name().text() + " <" + person.address().written() + ">";
    }

    private static Fact fact(Texts words, String label, String value) {
        return new Fact(words.text(label), value);
    }

    private static String time(Texts words, Facts facts, Instant time) {
        return words.time(time, facts.list().dispatch().zone());
    }
}
