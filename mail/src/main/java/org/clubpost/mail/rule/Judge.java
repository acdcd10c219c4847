package org.clubpost.mail.rule;

import java.util.List;

/** Asks the rules, in their order. Safe for use by many threads. */
public final class Judge {

    private final List<Rule> rules;

    private Judge(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * The judge with all rules. This is the order: what ends a membership, whoever sends it; what comes from programs and is never answered; who is not
     * listened to; what is no post; who may post; what may be posted.
     */
    public static Judge of(Surroundings surroundings) {
        return new Judge(List.of(new LeaveByToken(), new MailToBounces(), new Loop(), new TooManyHops(),
                new FromOurs(surroundings), new Bounce(), new AutomaticMail(),
                new Virus(), new Banned(), new Spam(),
                new LeaveByAuthor(), new MailToOwners(), new Command(),
                new MayPost(surroundings),
                new TooLarge(), new TooManyRecipients(), new ListNotNamed(), new RefusedFile(), new SendAtWrong(),
                new Repeated(surroundings)));
    }

    /** The judge of a mail that an owner wants to be sent: only what cannot be sent at all stops it. */
    public static Judge ofReleased() {
        return new Judge(List.of(new RefusedFile()));
    }

    /** The names of the rules, in their order. */
    public List<String> rules() {
        return rules.stream().map(Rule::name).toList();
    }

    /** Judges a mail: the first rule that has something to say decides. */
    public Judgement judge(Incoming mail) {
        for (var rule : rules) {
            var verdict = rule.judge(mail);
            if (verdict.isPresent()) {
                return new Judgement(verdict.get(), rule.name());
            }
        }
        return new Judgement(new Verdict.Relay(), "");
    }
}
