package org.clubpost.core.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.secret.SubscriberIds;

/**
 * The browsers in which people are signed in. A browser's cookie names the person and the session, with our mark, so that
 * a made-up one costs no read. Whether the session is still there stands with the person, which is one read; so signing
 * out everywhere is one write.
 *
 * @param persons who has signed in
 * @param tokens has the keys for marks
 * @param ids tell people apart
 */
public record Sessions(Persons persons, MembershipTokens tokens, SubscriberIds ids) {

    /** How long a session lasts. */
    public static final Duration USUAL = Duration.ofHours(12);
    /** How long it lasts on a device that nobody else uses. */
    public static final Duration LONG = Duration.ofDays(30);

    private static final String MARKED = "session\n";
    private static final String BETWEEN = ".";
    private static final int PARTS = 3;
    private static final int MOST = 120;

    /**
     * A session that began.
     *
     * @param cookie what the browser is to keep
     * @param life for how long
     */
    public record Opened(String cookie, Duration life) {

        /** Says what this is, and not the cookie. */
        @Override
        public String toString() {
            return "Opened[" + life + "]";
        }
    }

    /**
     * What a cookie of ours says, before it was looked whether that still holds.
     *
     * @param person whose session it is
     * @param session which one
     */
    public record Claim(PersonId person, String session) {

        /** Who is signed in; empty when the session is over, or nothing is kept of the person. */
        public Optional<Guest> guest(Optional<Person> found, Instant now) {
            return found.flatMap(known -> known.session(session, now).map(open -> new Guest(known, open)));
        }
    }

    /** What a browser's cookie says, which takes no read; empty when it is none of ours. */
    public Optional<Claim> claim(String cookie) {
        var parts = cookie.length() > MOST ? new String[0] : cookie.split("\\.", -1);
        return parts.length == PARTS && tokens.isMark(marked(parts[0], parts[1]), parts[2])
                ? PersonId.parse(parts[0]).map(person -> new Claim(person, parts[1]))
                : Optional.empty();
    }

    /**
     * Who is signed in.
     *
     * @param cookie what the browser keeps; empty when it keeps nothing
     */
    public Optional<Guest> find(String cookie, Instant now) {
        return claim(cookie).flatMap(claim -> claim.guest(persons.find(claim.person()), now));
    }

    private static String marked(String person, String session) {
        return MARKED + person + BETWEEN + session;
    }

    /**
     * Begins a session. May be repeated with the same id, which begins no other.
     *
     * @param actor who
     * @param id tells the session from all others; nobody else may be able to guess it
     * @param life how long it lasts
     * @param agent the browser, as it says itself
     */
    public Opened open(Actor actor, String id, Duration life, String agent, Instant now) {
        var person = PersonId.of(actor, ids);
        var session = new Session(id, now, now.plus(life), agent);
        change(person, actor, known -> known.with(session, now));
        return new Opened(person.value() + BETWEEN + id + BETWEEN + tokens.mark(marked(person.value(), id)), life);
    }

    /** Ends a session of that guest, in this browser or another. One that is not there is no error. */
    public void end(Guest guest, String session) {
        change(guest.person().id(), guest.actor(), known -> known.withoutSession(session));
    }

    /** Ends all sessions of that guest. */
    public void endAll(Guest guest) {
        change(guest.person().id(), guest.actor(), known -> known.withSessions(List.of()));
    }

    /** Ends all sessions of that guest, and withdraws the keys of all their programs. */
    public void endAllAndKeys(Guest guest) {
        change(guest, known -> known.withSessions(List.of()).withKeys(List.of()));
    }

    /** Changes what is kept of a guest. */
    public void change(Guest guest, UnaryOperator<Person> change) {
        change(guest.person().id(), guest.actor(), change);
    }

    /** The actor is that of now, because an address may be written in another way than last time. */
    private void change(PersonId id, Actor actor, UnaryOperator<Person> change) {
        Attempts.untilDone(persons, () -> {
            var seen = persons.find(id);
            var before = seen.orElseGet(() -> Person.of(id, actor));
            var after = change.apply(before.as(actor));
            return seen.equals(Optional.of(after)) || persons.replace(seen, after);
        });
    }
}
