package org.clubpost.core.person;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.Attempts;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Source;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Origin;

/**
 * Passkeys: a second way to sign in, without a mail. A device keeps the passkey with the id of the person, so the page
 * need not ask for an address, and tells nobody who has one. A challenge is good for a few minutes and once.
 *
 * @param ports what is kept
 * @param web checks what browsers send
 * @param tokens has the keys for challenges
 * @param ids stand for sources
 * @param random must be cryptographically strong
 */
public record Passkeys(Ports ports, WebAuthn web, MembershipTokens tokens, SubscriberIds ids, RandomGenerator random) {

    /** For how long a challenge is good. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String MARKED = "passkey\n";
    private static final String TO_ENTER = "enter";
    private static final int RANDOM_OCTETS = 16;
    private static final int TEXT_LENGTH = 32;
    private static final Limit ONCE = new Limit(Kind.PASSKEY_CHALLENGE, 1, Duration.ofHours(1));
    private static final Limit PER_NETWORK = new Limit(Kind.PASSKEY_SOURCE, 60, Duration.ofHours(1));

    /**
     * What passkeys need of the stores.
     *
     * @param persons keep them
     * @param sessions what begins
     * @param limits count challenges and sources
     */
    public record Ports(Persons persons, Sessions sessions, RateLimits limits) {}

    /**
     * A passkey that a browser made.
     *
     * @param id of the credential, in base64url
     * @param key the public key, in base64url
     * @param algorithm the COSE algorithm
     * @param said the rest
     * @param challenge for which
     * @param name what the person calls it
     */
    public record Made(String id, String key, int algorithm, WebAuthn.Said said, String challenge, String name) {}

    /**
     * A passkey that was used.
     *
     * @param person the id of the person, as the device keeps it
     * @param id of the credential, in base64url
     * @param said what device and browser say
     * @param signature the signature, in base64url
     * @param challenge for which
     */
    public record Used(String person, String id, WebAuthn.Said said, String signature, String challenge) {}

    /** What a browser is to sign who wants in. */
    public String challengeToEnter(Instant now) {
        return challenge(TO_ENTER, now);
    }

    /** What a browser is to sign in which that guest adds a passkey. */
    public String challengeToAdd(Guest guest, Instant now) {
        return challenge(guest.session().id(), now);
    }

    private String challenge(String purpose, Instant now) {
        var octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        var text = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(RANDOM_OCTETS + Long.BYTES)
                        .put(octets).putLong(now.plus(GOOD_FOR).toEpochMilli()).array());
        return text + tokens.mark(MARKED + purpose + "\n" + text);
    }

    /**
     * Whether it is ours, for that purpose, still good, and was not used. It is counted at the time of its end, which is
     * the same whenever it is used.
     */
    private boolean isGood(String challenge, String purpose, Instant now) {
        if (challenge.length() <= TEXT_LENGTH || !tokens.isMark(MARKED + purpose + "\n"
                + challenge.substring(0, TEXT_LENGTH), challenge.substring(TEXT_LENGTH))) {
            return false;
        }
        var end = Instant.ofEpochMilli(ByteBuffer.wrap(Base64.getUrlDecoder().decode(challenge.substring(0,
                TEXT_LENGTH))).getLong(RANDOM_OCTETS));
        return now.isBefore(end) && ports.limits().allow(ONCE, challenge, end);
    }

    /**
     * Adds a passkey for a guest.
     *
     * @return false when it is not as it should be, or there are as many as may be; then nothing changes
     */
    public boolean add(Guest guest, Made made, Instant now) {
        if (!isGood(made.challenge(), guest.session().id(), now)) {
            return false;
        }
        var counter = web.registered(made.key(), made.algorithm(), made.said(), made.challenge());
        if (counter.isEmpty() || !Passkey.isId(made.id())
                || guest.person().passkeys().size() >= Person.MOST_PASSKEYS) {
            return false;
        }
        var passkey = new Passkey(made.id(), made.key(), made.algorithm(), counter.get(), now, made.name());
        ports.sessions().change(guest, person -> {
            var all = new ArrayList<>(person.passkeys());
            all.removeIf(each -> each.id().equals(passkey.id()));
            all.add(passkey);
            return person.withPasskeys(all);
        });
        return true;
    }

    /** Removes a passkey of a guest. One that is not there is no error. */
    public void remove(Guest guest, String id) {
        ports.sessions().change(guest, person -> person
                .withPasskeys(person.passkeys().stream().filter(each -> !each.id().equals(id)).toList()));
    }

    /**
     * Signs somebody in with a passkey.
     *
     * @param life how long the session is to last
     * @return empty when anything is not as it should be, or too many were used from this source
     */
    public Optional<Sessions.Opened> enter(Used used, Duration life, Origin origin) {
        var now = origin.at();
        var network = ids.digest(Source.of(origin.sourceAddress()).network());
        if (!ports.limits().allow(PER_NETWORK, network, now) || !isGood(used.challenge(), TO_ENTER, now)) {
            return Optional.empty();
        }
        return PersonId.parse(used.person()).flatMap(person -> counted(person, used)).map(person -> ports.sessions()
                .open(person.actor(), fresh(), life, origin.userAgent(), now));
    }

    /** The person whose passkey it is, with its counter moved on; empty when it is nobody's, or a copy. */
    private Optional<Person> counted(PersonId id, Used used) {
        return Attempts.until(ports.persons(), () -> {
            var seen = ports.persons().find(id);
            var passkey = seen.stream().flatMap(person -> person.passkeys().stream())
                    .filter(each -> each.id().equals(used.id())).findFirst();
            var counter = passkey.flatMap(known -> web.asserted(known, used.said(), used.signature(),
                    used.challenge()));
            if (counter.isEmpty()) {
                return Optional.of(Optional.<Person>empty());
            }
            var person = seen.orElseThrow();
            var after = person.withPasskeys(person.passkeys().stream()
                    .map(each -> each.id().equals(used.id()) ? each.counted(counter.get()) : each).toList());
            return after.equals(person) || ports.persons().replace(seen, after)
                    ? Optional.of(Optional.of(after))
                    : Optional.empty();
        });
    }

    private String fresh() {
        var octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
