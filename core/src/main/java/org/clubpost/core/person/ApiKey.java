package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.TokenDigest;

/**
 * A key with which a program acts for a person. The key itself is not kept, only its digest.
 *
 * @param id tells it from the person's other keys: {@value #ID_LENGTH} lower-case hexadecimal digits
 * @param digest of the whole key
 * @param name what the person calls it
 * @param scopes what it is for
 * @param lists the lists that it is for; empty for all that the person runs
 * @param since when it was made, to the millisecond
 * @param until when it ends, to the millisecond
 * @param used when it was used last, to the hour or so; empty for never
 */
public record ApiKey(String id, TokenDigest digest, String name, Set<Scope> scopes, Set<ListId> lists, Instant since,
        Instant until, Optional<Instant> used) {

    /** How long an id is. */
    public static final int ID_LENGTH = 16;
    /** How long a name may be. */
    public static final int MOST_OF_NAME = 60;
    /** How long after a use another one is noted. */
    public static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

    private static final String BETWEEN = " ";
    private static final String WITHIN = ",";
    private static final String NOTHING = "-";
    private static final int PARTS = 8;

    /** Cuts the times and the name. */
    public ApiKey {
        name = name.length() <= MOST_OF_NAME ? name : name.substring(0, MOST_OF_NAME);
        scopes = Set.copyOf(scopes);
        lists = Set.copyOf(lists);
        since = Person.kept(since);
        until = Person.kept(until);
        used = used.map(Person::kept);
    }

    /** Whether its time is not over. */
    public boolean isGood(Instant now) {
        return now.isBefore(until);
    }

    /** Whether it is for that. */
    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether it is for that list. */
    public boolean isFor(ListId list) {
        return lists.isEmpty() || lists.contains(list);
    }

    /** The same, used then. */
    public ApiKey usedAt(Instant time) {
        return new ApiKey(id, digest, name, scopes, lists, since, until, Optional.of(time));
    }

    /** Whether a use is to be noted. */
    boolean wantsNote(Instant now) {
        return used.filter(last -> now.isBefore(last.plus(USE_NOTED_EVERY))).isEmpty();
    }

    String written() {
        return String.join(BETWEEN, id, digest.hex(), Long.toString(since.toEpochMilli()),
                Long.toString(until.toEpochMilli()), used.map(at -> Long.toString(at.toEpochMilli())).orElse(NOTHING),
                joined(scopes.stream().map(Scope::word)), joined(lists.stream().map(ListId::value)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8)));
    }

    /** In order, so that the same key is always the same text. */
    private static String joined(Stream<String> all) {
        var sorted = all.collect(Collectors.toCollection(TreeSet::new));
        return sorted.isEmpty() ? NOTHING : String.join(WITHIN, sorted);
    }

    private static Stream<String> parted(String text) {
        return text.equals(NOTHING) ? Stream.of() : Stream.of(text.split(WITHIN));
    }

    static ApiKey of(String written) {
        var parts = List.of(written.split(BETWEEN, PARTS));
        var scopes = EnumSet.noneOf(Scope.class);
        parted(parts.get(5)).flatMap(word -> Scope.parse(word).stream()).forEach(scopes::add);
        return new ApiKey(parts.get(0), new TokenDigest(parts.get(1)),
                new String(Base64.getUrlDecoder().decode(parts.get(7)), UTF_8), scopes,
                parted(parts.get(6)).map(ListId::new).collect(Collectors.toSet()), time(parts.get(2)),
                time(parts.get(3)), parted(parts.get(4)).findFirst().map(ApiKey::time));
    }

    private static Instant time(String written) {
        return Instant.ofEpochMilli(Long.parseLong(written));
    }

    /** Says which key this is, and nothing that opens. */
    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
