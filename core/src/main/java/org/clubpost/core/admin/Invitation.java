package org.clubpost.core.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;

/**
 * That somebody was asked to run a list, or to decide about its posts. It is an entry of the list's log, and what became
 * of it is added there.
 *
 * @param id the entry
 * @param list the list
 * @param by who asked
 * @param address who was asked
 * @param role {@link Role#OWNER} or {@link Role#MODERATOR}
 * @param handsOver whether the one who asked goes when the other comes
 * @param state what became of it
 */
public record Invitation(EntryId id, ListId list, Actor by, EmailAddress address, Role role, boolean handsOver,
        State state) {

    /** How long it can be accepted. */
    public static final Duration VALID = Duration.ofDays(14);

    static final String ADDRESS = "invited";
    static final String ROLE = "role";
    static final String HANDS_OVER = "hands-over";
    static final String ENDED = "ended";

    /** What can become of it. The names are stored, and never change. */
    public enum State {
        /** It waits for its answer. */
        OPEN,
        /** It was accepted. */
        ACCEPTED,
        /** It was taken back. */
        WITHDRAWN
    }

    /** What the log says of a new one. */
    static List<Change> changes(EmailAddress address, Role role, boolean handsOver) {
        return List.of(Change.said(ADDRESS, address.written()), Change.said(ROLE, role.name()),
                Change.said(HANDS_OVER, Boolean.toString(handsOver)));
    }

    /** Reads an entry; empty when it is about something else. */
    public static Optional<Invitation> of(LogEntry entry) {
        return entry.act() == Act.PEOPLE_INVITED
                ? entry.said(ADDRESS).flatMap(EmailAddress::parse)
                        .map(address -> new Invitation(entry.id(), entry.list(), entry.actor(), address,
                                Role.valueOf(entry.said(ROLE).orElse(Role.MODERATOR.name())),
                                entry.said(HANDS_OVER).filter("true"::equals).isPresent(),
                                entry.said(ENDED).map(State::valueOf).orElse(State.OPEN)))
                : Optional.empty();
    }

    /** Until when it can be accepted. */
    public Instant until() {
        return id.time().plus(VALID);
    }

    /** Whether it can be accepted. */
    public boolean isOpen(Instant now) {
        return state == State.OPEN && now.isBefore(until());
    }

    /** Whether accepting it would change nothing any more. */
    boolean isCarriedOut(MailingList list) {
        return accepted(list).equals(list.people());
    }

    /** The people of the list when it is accepted. */
    People accepted(MailingList list) {
        var people = list.people();
        var moderators = people.moderators();
        if (role == Role.MODERATOR) {
            return people.deciders().contains(address)
                    ? people
                    : people.withModerators(People.with(moderators, address));
        }
        var owners = People.with(people.owners(), address);
        var left = handsOver && by instanceof Actor.Owner(var former)
                ? People.without(owners, former)
                : owners;
        return people.withOwners(left).withModerators(People.without(moderators, address));
    }
}
