package org.clubpost.core.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.WayBack;

/**
 * A line of the directory: what there is to see at once about somebody on a list.
 *
 * @param id the key of the address
 * @param address the address
 * @param name the name, or {@link PersonName#NONE}
 * @param language the language of our mails to them
 * @param standing how they stand; {@link Status#MEMBER} also of somebody who pauses
 * @param joined when they joined, or asked to
 * @param groups the groups of a member
 * @param pausedUntil the day on which a member's mail goes on, also when it has begun
 * @param ended when the membership ended
 * @param keptUntil when the request of a stranger is gone, in whole seconds
 */
public record Entry(SubscriberId id, EmailAddress address, PersonName name, Locale language, Status standing,
        Instant joined, Set<GroupName> groups, Optional<LocalDate> pausedUntil, Optional<Instant> ended,
        Optional<Instant> keptUntil) {

    /** Longest part of a name in a sort key, in UTF-16 units: a key of DynamoDB has 1,024 octets. */
    private static final int LONGEST = 100;
    /** Parts a name from the address. It sorts before every letter. */
    private static final String BETWEEN = "\u0001";
    /** Stands for no name, behind the names of nearly all scripts: the last character of the private ones. */
    private static final String NAMELESS = "\uF8FF";

    /** Copies the groups, and cuts the times as the stores keep them. */
    public Entry {
        groups = Set.copyOf(groups);
        joined = joined.truncatedTo(ChronoUnit.MILLIS);
        ended = ended.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The line of that subscriber; empty when the address is not known any more. */
    public static Optional<Entry> of(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Known known ? Optional.of(of(known)) : Optional.empty();
    }

    private static Entry of(Subscriber.Known known) {
        var person = known.person();
        var member = known instanceof Subscriber.Confirmed confirmed
                ? Optional.of(confirmed)
                : Optional.<Subscriber.Confirmed>empty();
        return new Entry(person.id(), person.address(), person.name(), person.language(), standing(known),
                joined(known), member.map(Subscriber.Confirmed::groups).orElseGet(Set::of),
                member.flatMap(each -> each.settings().pausedUntil()),
                known instanceof Subscriber.Former gone ? Optional.of(gone.at()) : Optional.empty(),
                keptUntil(known));
    }

    /** The place of the entry in that order: a text that no other entry of the list has. Compared by code points. */
    public String key(Order order) {
        return switch (order) {
            case ADDRESS -> address.compared();
            case NAME -> foldedName() + BETWEEN + address.compared();
            // People who are imported together join together. A store takes them in the order of their keys.
            case JOINED -> at(joined) + BETWEEN + id.hex();
        };
    }

    private String foldedName() {
        var folded = Folded.of(name.text());
        if (folded.isEmpty()) {
            return NAMELESS;
        }
        return folded.length() <= LONGEST
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0,
                        folded.codePointCount(0, LONGEST - 1)));
    }

    /** How the keys begin of those who joined then. */
    static String at(Instant joined) {
        return "%014d".formatted(Math.max(0, joined.toEpochMilli()));
    }

    /** When a request is gone that is kept until then: in whole seconds, as a table's time to live is. */
    public static Instant goneAt(Instant kept) {
        return Instant.ofEpochSecond(kept.getEpochSecond() + 1);
    }

    /** When those joined who have that key in the order of joining. */
    public static Instant joinedOf(String key) {
        return Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf(BETWEEN))));
    }

    /** Whether the list's mail is paused on that day. */
    public boolean isPaused(LocalDate today) {
        return standing == Status.MEMBER && pausedUntil.filter(day -> day.isAfter(today)).isPresent();
    }

    /** Whether it is a request whose time is over. */
    boolean isGone(Instant now) {
        return keptUntil.filter(until -> !now.isBefore(until)).isPresent();
    }

    private static Status standing(Subscriber.Known known) {
        return switch (known) {
            case Subscriber.Pending _ -> Status.PENDING;
            case Subscriber.Applied _ -> Status.APPLIED;
            case Subscriber.Confirmed _ -> Status.MEMBER;
            case Subscriber.Left _ -> Status.LEFT;
            case Subscriber.Suppressed stopped -> standing(stopped.why());
            case Subscriber.Removed _ -> Status.REMOVED;
        };
    }

    /** How somebody stands to whom no mail is sent. */
    public static Status standing(Stopped why) {
        return why instanceof Stopped.Complaint ? Status.COMPLAINED : Status.BOUNCING;
    }

    private static Instant joined(Subscriber.Known known) {
        return switch (known) {
            case Subscriber.Pending pending -> pending.requested().at();
            case Subscriber.Applied applied -> applied.at();
            case Subscriber.Confirmed member -> member.since();
            case Subscriber.Left left -> since(left.back(), left.consent());
            case Subscriber.Removed removed -> since(removed.back(), removed.consent());
            case Subscriber.Suppressed stopped -> stopped.kept().since();
        };
    }

    /** Once the way back is closed, the consent alone tells when. */
    private static Instant since(WayBack back, Consent consent) {
        return back instanceof WayBack.Open open ? open.since() : switch (consent) {
            case Consent.DoubleOptIn given -> given.confirmed().at();
            case Consent.OwnersWord word -> word.at();
            case Consent.AccountSignUp account -> account.at();
        };
    }

    private static Optional<Instant> keptUntil(Subscriber.Known known) {
        return known instanceof Subscriber.Pending pending
                && pending.past() instanceof Subscriber.Pending.Past.Stranger
                        ? Optional.of(goneAt(pending.keptUntil()))
                        : Optional.empty();
    }
}
