package org.clubpost.core.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;

/**
 * Somebody who has signed in: in which browsers, and what they chose. What they may do is not here: the lists say who
 * has which role.
 *
 * @param id who
 * @param actor the same, as it stands in logs
 * @param language the language that they chose; empty when they chose none
 * @param sessions the browsers in which they are signed in, the oldest first, at most {@value #MOST_SESSIONS}
 * @param passkeys what they sign in with besides mail, the oldest first, at most {@value #MOST_PASSKEYS}
 * @param keys the keys of their programs, the oldest first, at most {@value #MOST_KEYS}
 */
public record Person(PersonId id, Actor actor, Optional<Locale> language, List<Session> sessions,
        List<Passkey> passkeys, List<ApiKey> keys) {

    /** Beyond that, the oldest session ends when another begins. */
    public static final int MOST_SESSIONS = 20;
    /** More than anybody has devices. */
    public static final int MOST_PASSKEYS = 10;
    /** More than anybody has programs. */
    public static final int MOST_KEYS = 20;

    private static final String LANGUAGE = "language ";
    private static final String SESSION = "session ";
    private static final String PASSKEY = "passkey ";
    private static final String KEY = "key ";

    /** Copies the lists. */
    public Person {
        sessions = List.copyOf(sessions);
        passkeys = List.copyOf(passkeys);
        keys = List.copyOf(keys);
    }

    /** Somebody who has never signed in. */
    public static Person of(PersonId id, Actor actor) {
        return new Person(id, actor, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The session of that id, if it has not ended. */
    public Optional<Session> session(String session, Instant now) {
        return sessions.stream().filter(each -> each.id().equals(session) && now.isBefore(each.until())).findFirst();
    }

    /** The sessions that have not ended. */
    public List<Session> sessions(Instant now) {
        return sessions.stream().filter(each -> now.isBefore(each.until())).toList();
    }

    /** The same with one more session, unless it is there already, and without those that have ended. */
    public Person with(Session session, Instant now) {
        var all = new ArrayList<>(sessions(now));
        if (all.stream().noneMatch(each -> each.id().equals(session.id()))) {
            all.add(session);
        }
        return withSessions(all.subList(Math.max(0, all.size() - MOST_SESSIONS), all.size()));
    }

    /** The same without that session. */
    public Person withoutSession(String session) {
        return withSessions(sessions.stream().filter(each -> !each.id().equals(session)).toList());
    }

    /** The same with these sessions. */
    public Person withSessions(List<Session> changed) {
        return new Person(id, actor, language, changed, passkeys, keys);
    }

    /** The same with another language. */
    public Person with(Locale chosen) {
        return new Person(id, actor, Optional.of(chosen), sessions, passkeys, keys);
    }

    /** The same with these passkeys. */
    public Person withPasskeys(List<Passkey> changed) {
        return new Person(id, actor, language, sessions, changed, keys);
    }

    /** The keys whose time is not over. */
    public List<ApiKey> keys(Instant now) {
        return keys.stream().filter(each -> each.isGood(now)).toList();
    }

    /** The same with these keys. */
    public Person withKeys(List<ApiKey> changed) {
        return new Person(id, actor, language, sessions, passkeys, changed);
    }

    /** The same who has another address, or writes it in another way. */
    Person as(Actor known) {
        return new Person(id, known, language, sessions, passkeys, keys);
    }

    /** When all of it may be forgotten; empty while there are passkeys. */
    public Optional<Instant> expiresAt() {
        return passkeys.isEmpty()
                ? Optional.of(Stream.concat(sessions.stream().map(Session::until), keys.stream().map(ApiKey::until))
                        .max(Comparator.naturalOrder()).orElse(Instant.EPOCH))
                : Optional.empty();
    }

    /** All but the id as one text, a line each. */
    public String written() {
        return String.join("\n", Stream.of(Stream.of(actor.written()),
                language.stream().map(chosen -> LANGUAGE + chosen.toLanguageTag()),
                sessions.stream().map(session -> SESSION + session.written()),
                passkeys.stream().map(passkey -> PASSKEY + passkey.written()),
                keys.stream().map(key -> KEY + key.written())).flatMap(lines -> lines).toList());
    }

    /** The person of that id who was {@linkplain #written written} so. What only a newer version knows is left out. */
    public static Person of(PersonId id, String written) {
        var lines = written.lines().toList();
        return new Person(id, Actor.parse(lines.getFirst()),
                after(lines, LANGUAGE).findFirst().map(Locale::forLanguageTag),
                after(lines, SESSION).map(Session::of).toList(), after(lines, PASSKEY).map(Passkey::of).toList(),
                after(lines, KEY).map(ApiKey::of).toList());
    }

    private static Stream<String> after(List<String> lines, String prefix) {
        return lines.stream().skip(1).filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()));
    }

    /** A time as stores keep it. */
    static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The beginning of a text, as much of it as stores keep: half a character is none. */
    static String kept(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Says that this is a person, but not who. */
    @Override
    public String toString() {
        return "Person[" + id.value() + "]";
    }
}
