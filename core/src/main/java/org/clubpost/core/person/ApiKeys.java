package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.core.act.Actor;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Source;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Origin;

/**
 * The keys with which programs act for people. A key names its person and itself, and ends in a secret of 256 bits. It
 * stands with the person, so finding it is one read, and it ends with the person. What a key may do is asked anew with
 * each call: what the person may do, and of that what the {@link Scope scopes} name.
 *
 * @param persons keep them
 * @param sessions change what is kept of a person
 * @param limits count uses, and tries with what is no key
 * @param ids stand for sources
 * @param random must be cryptographically strong
 */
public record ApiKeys(Persons persons, Sessions sessions, RateLimits limits, SubscriberIds ids,
        RandomGenerator random) {

    /** How every key begins, so that people and programs that look for lost keys know one when they see it. */
    public static final String PREFIX = "cpk_";
    /** The longest that a key may live. */
    public static final Duration LONGEST = Duration.ofDays(365);
    /** How often a key may be used within {@link #USES_WITHIN}. */
    public static final int MOST_USES = 600;
    /** The time in which uses are counted. */
    public static final Duration USES_WITHIN = Duration.ofMinutes(5);

    private static final Limit PER_KEY = new Limit(Kind.API_KEY, MOST_USES, USES_WITHIN);
    private static final Limit WRONG_PER_NETWORK = new Limit(Kind.API_SOURCE, 60, Duration.ofHours(1));
    private static final int SECRET_OCTETS = 32;
    private static final Pattern SHAPE = Pattern
            .compile(PREFIX + "([0-9a-f]{32}|operator)_([0-9a-f]{" + ApiKey.ID_LENGTH + "})_[A-Za-z0-9_-]{43}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + ApiKey.ID_LENGTH + "}");

    /**
     * What somebody wants of a new key.
     *
     * @param id tells it from others; asking again with the same id replaces the key
     * @param name what the person calls it
     * @param scopes what it is for
     * @param lists the lists that it is for; empty for all
     * @param life how long it lasts, {@link #LONGEST} at most
     */
    public record Wish(String id, String name, Set<Scope> scopes, Set<ListId> lists, Duration life) {

        /** Copies the sets. */
        public Wish {
            scopes = Set.copyOf(scopes);
            lists = Set.copyOf(lists);
        }
    }

    /** What came of asking for a key. */
    public sealed interface Made {

        /**
         * It is there. It can be shown now and never again.
         *
         * @param text the key itself
         * @param key what is kept of it
         */
        record Fresh(String text, ApiKey key) implements Made {

            /** Says which key this is, and not the key. */
            @Override
            public String toString() {
                return key.toString();
            }
        }

        /** There are as many as may be. */
        record TooMany() implements Made {}

        /** It would be for nothing, or last for ever, or has no id. */
        record NotPossible() implements Made {}
    }

    /** What a text is that a program shows as its key. */
    public sealed interface Shown {

        /**
         * A key that is good.
         *
         * @param person whose
         * @param key the key
         */
        record Good(Person person, ApiKey key) implements Shown {

            /** For whom the program acts. */
            public Actor actor() {
                return person.actor();
            }
        }

        /** No key, or one that was withdrawn, or whose time is over. */
        record None() implements Shown {}

        /** The key was used too often lately, or there were too many tries with what is no key from there. */
        record TooOften() implements Shown {}
    }

    /** An id for a key that somebody will ask for. */
    public String freshId() {
        var octets = new byte[ApiKey.ID_LENGTH / 2];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    /** Makes a key for that guest. May be repeated: then the last one counts, and no other is left. */
    public Made make(Guest guest, Wish wish, Instant now) {
        if (wish.scopes().isEmpty() || !ID.matcher(wish.id()).matches() || !wish.life().isPositive()
                || wish.life().compareTo(LONGEST) > 0) {
            return new Made.NotPossible();
        }
        var octets = new byte[SECRET_OCTETS];
        random.nextBytes(octets);
        var text = PREFIX + guest.person().id().value() + "_" + wish.id() + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        var key = new ApiKey(wish.id(), TokenDigest.of(text), wish.name(), wish.scopes(), wish.lists(), now,
                now.plus(wish.life()), Optional.empty());
        if (!fits(guest.person(), key, now)) {
            return new Made.TooMany();
        }
        sessions.change(guest, person -> fits(person, key, now) ? person.withKeys(with(person, key, now)) : person);
        return persons.find(guest.person().id()).filter(person -> person.keys().contains(key)).isPresent()
                ? new Made.Fresh(text, key)
                : new Made.TooMany();
    }

    private static boolean fits(Person person, ApiKey key, Instant now) {
        return with(person, key, now).size() <= Person.MOST_KEYS;
    }

    private static List<ApiKey> with(Person person, ApiKey key, Instant now) {
        var all = new ArrayList<>(person.keys(now));
        all.removeIf(each -> each.id().equals(key.id()));
        all.add(key);
        return all;
    }

    /** Withdraws a key of that guest. One that is not there is no error. */
    public void withdraw(Guest guest, String id) {
        sessions.change(guest, person -> person
                .withKeys(person.keys().stream().filter(each -> !each.id().equals(id)).toList()));
    }

    /**
     * Whose key that is. What is no key costs one read at most, and is counted for where it came from; so is the use of a
     * key for the key.
     */
    public Shown show(String text, Origin origin) {
        var now = origin.at();
        var found = find(text, now);
        if (found.isEmpty()) {
            var network = ids.digest(Source.of(origin.sourceAddress()).network());
            return limits.allow(WRONG_PER_NETWORK, network, now) ? new Shown.None() : new Shown.TooOften();
        }
        var good = found.get();
        if (!limits.allow(PER_KEY, good.person().id().value() + good.key().id(), now)) {
            return new Shown.TooOften();
        }
        note(good, now);
        return good;
    }

    private Optional<Shown.Good> find(String text, Instant now) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var digest = TokenDigest.of(text).hex().getBytes(US_ASCII);
        return PersonId.parse(shape.group(1)).flatMap(persons::find)
                .flatMap(person -> person.keys(now).stream().filter(key -> key.id().equals(shape.group(2)))
                        .filter(key -> MessageDigest.isEqual(key.digest().hex().getBytes(US_ASCII), digest))
                        .findFirst().map(key -> new Shown.Good(person, key)));
    }

    /** Somebody who is quicker notes it too, or changes the person, and then the next use is noted. */
    private void note(Shown.Good good, Instant now) {
        if (good.key().wantsNote(now)) {
            var person = good.person();
            persons.replace(Optional.of(person), person.withKeys(person.keys().stream()
                    .map(each -> each.equals(good.key()) ? each.usedAt(now) : each).toList()));
        }
    }
}
