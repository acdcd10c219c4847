package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Attempts;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Lists;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice.MakersChanged;

/**
 * Who may make lists: the operator, and whoever the operator or one of the others says. Each may withdraw it from each,
 * also from themselves. The others and the person are told by mail, as far as mail can be sent at the moment, and as soon
 * as the installation has a list from whose address it can be sent.
 *
 * @param makers where it is kept
 * @param lists has the address from which people are told
 * @param notices tell people
 * @param clock the time
 */
public record AppointMakers(ListMakers makers, Lists lists, Notices notices, InstantSource clock) {

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
            if (!makers.replace(seen, seen.after(new Makers.Step(now, who, isGranted, actor)))) {
                return Optional.empty();
            }
            tell(seen.all(), who, isGranted);
            return Optional.of(new Outcome.Done(who));
        });
    }

    private void tell(List<EmailAddress> before, EmailAddress who, boolean isGranted) {
        lists.all().stream().findFirst().ifPresent(list -> Stream.concat(before.stream(), Stream.of(who)).distinct()
                .forEach(recipient -> send(new MakersChanged(list, recipient, who, isGranted))));
    }

    private void send(MakersChanged notice) {
        try {
            notices.send(notice);
        } catch (UnavailableException notTold) {
            // It is done, and it is told on the page. Done again for the sake of the mail, it would be no change.
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
