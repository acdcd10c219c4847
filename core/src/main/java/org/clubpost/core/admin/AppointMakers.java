package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;

/**
 * Who may make lists: the operator, and whoever the operator or one of the others says. Each may withdraw it from each,
 * also from themselves. The others and the person are told.
 *
 * @param makers where it is kept
 * @param news tells people
 * @param clock the time
 */
public record AppointMakers(ListMakers makers, MakersNews news, InstantSource clock) {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is so now.
         *
         * @param who whom it is about
         */
        record Done(EmailAddress who) implements Outcome {}

        /** It was so already. */
        record AlreadySo() implements Outcome {}

        /** There are so many that nobody else can be one. */
        record TooMany() implements Outcome {}

        /** The actor may not do that. */
        record Denied() implements Outcome {}
    }

    /** Who may make lists, and what was done about it; empty when that is not the actor's business. */
    public Optional<Makers> seen(Actor actor) {
        return Optional.of(makers.read()).filter(known -> known.may(actor));
    }

    /** Lets somebody make lists. May be repeated. */
    public Outcome grant(Actor actor, EmailAddress who) {
        return change(actor, who, true);
    }

    /** Lets somebody make lists no longer. May be repeated. */
    public Outcome withdraw(Actor actor, EmailAddress who) {
        return change(actor, who, false);
    }

    private Outcome change(Actor actor, EmailAddress who, boolean isGranted) {
        var now = now();
        return Attempts.<Outcome>until(makers, () -> {
            var seen = makers.read();
            if (!seen.may(actor)) {
                return Optional.of(new Outcome.Denied());
            }
            if (seen.all().contains(who) == isGranted) {
                return Optional.of(new Outcome.AlreadySo());
            }
            if (isGranted && seen.all().size() >= Makers.MOST) {
                return Optional.of(new Outcome.TooMany());
            }
            var step = new Makers.Step(now, who, isGranted, actor);
            if (!makers.replace(seen, seen.after(step))) {
                return Optional.empty();
            }
            news.tell(seen.after(step), step);
            return Optional.of(new Outcome.Done(who));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
