package org.clubpost.core.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.Attempts;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Appoint.Outcome;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Who is asked to take a role on a list, and who has one no more: all of {@link Appoint} for which nobody needs a link. So
 * it works where no mail can be sent.
 */
public final class KeepPeople {

    private static final Limit PER_RECIPIENT = new Limit(Kind.ROLE_OFFER, 5, Duration.ofDays(1));
    private static final Limit PER_LIST = new Limit(Kind.ROLE_OFFERS, 2 * Appoint.MOST_OPEN, Duration.ofDays(1));
    /** Open invitations are looked for among so many of the newest entries. */
    private static final int NEWEST = 400;

    private final Lists lists;
    private final ActLog log;
    private final PeopleNews news;
    private final RateLimits limits;
    private final SubscriberIds ids;
    private final Offers offers;
    private final InstantSource clock;

    /**
     * Where that is kept, and how people are told.
     *
     * @param lists the lists
     * @param log has the invitations
     * @param news tells the others
     * @param limits count the mails that ask
     * @param ids stand for addresses
     * @param offers ask
     */
    public record Ports(Lists lists, ActLog log, PeopleNews news, RateLimits limits, SubscriberIds ids,
            Offers offers) {}

    /** How somebody is asked. */
    @FunctionalInterface
    public interface Offers {

        /**
         * Has the mail sent that asks. Asked twice, a second mail may go out.
         *
         * @throws UnavailableException safe to repeat
         */
        void offer(MailingList list, Invitation invitation);
    }

    /** Keeps people there. */
    public KeepPeople(Ports ports, InstantSource clock) {
        this.lists = ports.lists();
        this.log = ports.log();
        this.news = ports.news();
        this.limits = ports.limits();
        this.ids = ports.ids();
        this.offers = ports.offers();
        this.clock = clock;
    }

    /** The invitations that wait for an answer, newest first. */
    public List<Invitation> open(ListId list) {
        var now = clock.instant();
        return log.of(list, Optional.empty(), NEWEST, now).stream().flatMap(entry -> Invitation.of(entry).stream())
                .filter(invitation -> invitation.isOpen(now)).toList();
    }

    /**
     * Asks somebody by mail. Asked twice, they get the same invitation again.
     *
     * @param role {@link Role#OWNER} or {@link Role#MODERATOR}
     * @param handsOver whether the actor goes when the other comes; only for owners
     */
    public Outcome invite(Actor actor, ListId id, EmailAddress address, Role role, boolean handsOver) {
        var list = lists.find(id);
        if (list.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!Role.may(actor, list.get(), Permission.CHANGE_LIST)) {
            return new Outcome.Denied(Permission.CHANGE_LIST);
        }
        var people = list.get().people();
        if (people.owners().contains(address) || (role == Role.MODERATOR && people.moderators().contains(address))) {
            return new Outcome.AlreadySo();
        }
        var open = open(id);
        var before = open.stream().filter(each -> each.address().equals(address) && each.role() == role
                && each.handsOver() == handsOver && each.by().equals(actor)).findFirst();
        if ((before.isEmpty() && open.size() >= Appoint.MOST_OPEN) || !mayAsk(id, address)) {
            return new Outcome.TooMany();
        }
        var invitation = before.orElseGet(() -> made(actor, id, address, role, handsOver));
        offers.offer(list.get(), invitation);
        return new Outcome.Invited(invitation);
    }

    /** Whoever is asked need not know us, so nobody gets many such mails. */
    private boolean mayAsk(ListId list, EmailAddress address) {
        var now = clock.instant();
        return limits.allow(PER_RECIPIENT, ids.of(address).hex(), now) && limits.allow(PER_LIST, list.value(), now);
    }

    private Invitation made(Actor actor, ListId id, EmailAddress address, Role role, boolean handsOver) {
        var entry = LogEntry.of(id, actor, Act.PEOPLE_INVITED, Invitation.changes(address, role, handsOver), now());
        log.put(entry);
        return Invitation.of(entry).orElseThrow();
    }

    /** Takes an invitation back. */
    public Outcome withdraw(Actor actor, ListId id, EntryId entry) {
        var list = lists.find(id);
        var invitation = log.find(id, entry, clock.instant()).flatMap(Invitation::of);
        if (list.isEmpty() || invitation.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!Role.may(actor, list.get(), Permission.CHANGE_LIST)) {
            return new Outcome.Denied(Permission.CHANGE_LIST);
        }
        if (invitation.get().state() != Invitation.State.OPEN) {
            return new Outcome.AlreadySo();
        }
        end(invitation.get(), Invitation.State.WITHDRAWN);
        return new Outcome.Done(list.get(), invitation.get().address(), invitation.get().role());
    }

    /**
     * Takes a role from somebody, or gives up one's own. Whoever has a role may give it up; others' takes a permission.
     * Open invitations for that person are taken back with it.
     *
     * @param role {@link Role#OWNER} or {@link Role#MODERATOR}
     */
    public Outcome remove(Actor actor, ListId id, EmailAddress address, Role role) {
        var seen = lists.find(id);
        if (seen.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!mayRemove(actor, seen.get(), address)) {
            return new Outcome.Denied(Permission.CHANGE_LIST);
        }
        if (!(role == Role.OWNER ? seen.get().people().owners() : seen.get().people().moderators())
                .contains(address)) {
            return new Outcome.AlreadySo();
        }
        var changed = change(actor, id, list -> mayRemove(actor, list, address)
                ? Optional.of(without(list.people(), address, role)).filter(people -> !people.owners().isEmpty())
                : Optional.empty());
        if (changed.isEmpty()) {
            return new Outcome.LastOwner();
        }
        open(id).stream().filter(invitation -> invitation.address().equals(address))
                .forEach(invitation -> end(invitation, Invitation.State.WITHDRAWN));
        news.tell(changed.get());
        return new Outcome.Done(changed.get().after(), address, role);
    }

    /** Tells whom it concerns that people have come or gone otherwise. */
    void tell(RunLists.Changed changed) {
        news.tell(changed);
    }

    private static boolean mayRemove(Actor actor, MailingList list, EmailAddress address) {
        return Role.may(actor, list, Permission.CHANGE_LIST) || actor.equals(new Actor.Owner(address));
    }

    private static People without(People people, EmailAddress address, Role role) {
        return role == Role.OWNER
                ? people.withOwners(People.without(people.owners(), address))
                : people.withModerators(People.without(people.moderators(), address));
    }

    /** Empty when there is no such list, or the change cannot be made. */
    Optional<RunLists.Changed> change(Actor actor, ListId id,
            Function<MailingList, Optional<People>> people) {
        return Attempts.until(lists, () -> {
            var seen = lists.find(id);
            var changed = seen.flatMap(people);
            if (changed.isEmpty()) {
                return Optional.of(Optional.<RunLists.Changed>empty());
            }
            var next = new RunLists.Changed(seen.orElseThrow(), seen.orElseThrow().with(changed.get()));
            return next.isNone() || lists.by(Deed.of(actor)).replace(next.before(), next.after())
                    ? Optional.of(Optional.of(next))
                    : Optional.empty();
        });
    }

    /** Adds to the entry what became of it. Done twice, it says the same. */
    void end(Invitation invitation, Invitation.State state) {
        end(log, invitation, state, clock.instant());
    }

    static void end(ActLog log, Invitation invitation, Invitation.State state, Instant now) {
        log.find(invitation.list(), invitation.id(), now)
                .filter(entry -> entry.said(Invitation.ENDED).isEmpty()).ifPresent(entry -> {
                    var changes = new ArrayList<>(entry.changes());
                    changes.add(Change.said(Invitation.ENDED, state.name()));
                    log.put(entry.with(changes));
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
