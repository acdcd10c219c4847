package org.clubpost.mail.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Deadline;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.incoming.Incoming;

/** Asks the rules, in their order. Safe for use by many threads. */
public final class Judge {

    private final List<Rule> rules;

    private Judge(List<Rule> rules) {
        this.rules = rules;
    }

    /** The judge of mails that nothing stops. */
    public static Judge ofNothing() {
        return new Judge(List.of());
    }

    /** The judge of reports of other mail systems: a mail that comes round again is not a report. */
    public static Judge ofReports(Surroundings surroundings) {
        return new Judge(circling(surroundings));
    }

    /**
     * The judge of what people ask of the list or of its owners. It stops mails that come round again, mails from
     * programs, viruses, spam, and mails from senders whom the owners do not listen to.
     */
    public static Judge ofPeople(Surroundings surroundings) {
        return new Judge(people(surroundings, PerhapsAutomatic.ofRequests(surroundings)));
    }

    /**
     * The judge of posts. It asks in this order: the rules for all that people send; who may post; what may be posted.
     */
    public static Judge ofPosts(Surroundings surroundings) {
        return new Judge(Stream.concat(people(surroundings, PerhapsAutomatic.ofPosts(surroundings)).stream(),
                Stream.of(new MayPost(surroundings),
                        new TooLarge(), new TooManyRecipients(), new AudienceUnknown(), new ListNotNamed(),
                        new RefusedFile(),
                        new PersonalLink(surroundings), new SendAtWrong(),
                        new Repeated(surroundings), new SameWords(surroundings)))
                .toList());
    }

    /** The judge of a mail that an owner wants to be sent: it stops only a mail that cannot be sent at all. */
    public static Judge ofReleased(Surroundings surroundings) {
        return new Judge(List.of(new RefusedFile(), new AudienceUnknown(), new PersonalLink(surroundings)));
    }

    /** The judge of a mail that is attached to one of ours: it stops only what the provider would not send. */
    public static Judge ofAttached() {
        return new Judge(List.of(new RefusedFile(), new AudienceUnknown()));
    }

    private static List<Rule> circling(Surroundings surroundings) {
        return List.of(new Loop(), new TooManyHops(), new FromOurs(surroundings));
    }

    private static List<Rule> people(Surroundings surroundings, Rule perhapsAutomatic) {
        return Stream.concat(circling(surroundings).stream(), Stream.of(new AutomaticMail(), new Virus(), new Banned(),
                new Spam(), new CalendarAnswer(), perhapsAutomatic)).toList();
    }

    /** Whether that author, whose address is proven, may post to those members of the list now. */
    public static boolean mayPost(Surroundings surroundings, MailingList list, Audience audience,
            EmailAddress author) {
        return new MayPost(surroundings).mayPost(list, audience, author);
    }

    /** The names of the rules, in their order. */
    public List<String> rules() {
        return rules.stream().map(Rule::name).toList();
    }

    /** The judgement of the first rule that has something against the mail; empty when none has. */
    public Optional<Judgement> objection(Incoming mail) {
        for (var rule : rules) {
            Deadline.check();
            var verdict = rule.judge(mail);
            if (verdict.isPresent()) {
                return Optional.of(new Judgement(verdict.get(), rule.name()));
            }
        }
        return Optional.empty();
    }

    /** Judges a mail: it is relayed when no rule has something against it. */
    public Judgement judge(Incoming mail) {
        return objection(mail).orElseGet(() -> new Judgement(new Verdict.Relay(), ""));
    }
}
