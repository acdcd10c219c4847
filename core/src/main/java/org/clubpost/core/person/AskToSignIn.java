package org.clubpost.core.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Source;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Origin;

/**
 * Takes the wish to be signed in. The answer is always the same, whoever asks and whatever is stored, and so is the work
 * before it: nothing about the address is read here. {@link SendSignInMails} writes the mail, if the address is that of
 * somebody who runs a list.
 *
 * @param signIns takes the wish
 * @param limits counts sources and addresses
 * @param ids stand for addresses
 * @param random must be cryptographically strong
 */
public record AskToSignIn(SignIns signIns, RateLimits limits, SubscriberIds ids, RandomGenerator random) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int OCTETS = 16;
    private static final Limit PER_NETWORK = new Limit(Kind.SIGN_IN_SOURCE, 10, HOUR);
    private static final Limit PER_SITE = new Limit(Kind.SIGN_IN_SITE, 40, HOUR);
    /** Fewer than are left for the address, so that nobody locks somebody else out from one place. */
    private static final Limit PER_PAIR = new Limit(Kind.SIGN_IN_PAIR, 6, HOUR);
    private static final Limit PER_ADDRESS = new Limit(Kind.SIGN_IN_ADDRESS, 10, HOUR);
    /** Far more than all owners of an installation need. */
    private static final Limit AT_MOST = new Limit(Kind.SIGN_IN_ALL, 1_000, HOUR);
    private static final String ALL = "all";

    /**
     * A wish that was taken.
     *
     * @param id of the wish
     * @param secret what only this browser is to know
     */
    public record Taken(String id, String secret) {

        /** Says what this is, and not the secret. */
        @Override
        public String toString() {
            return "Taken[" + id + "]";
        }
    }

    /**
     * Takes it.
     *
     * @return empty when too many came from this source, for this address, or at all
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Taken> ask(EmailAddress address, Locale language, Origin origin) {
        var now = origin.at();
        if (!isWithinLimits(address, Source.of(origin.sourceAddress()), now)) {
            return Optional.empty();
        }
        var taken = new Taken(fresh(), fresh());
        signIns.replace(Optional.empty(), new SignIn(taken.id(), address, TokenDigest.of(taken.secret()), language, now,
                false, 0));
        return Optional.of(taken);
    }

    private boolean isWithinLimits(EmailAddress address, Source source, Instant now) {
        return limits.allow(PER_NETWORK, ids.digest(source.network()), now)
                && source.site().map(site -> limits.allow(PER_SITE, ids.digest(site), now)).orElse(true)
                && limits.allow(PER_PAIR, ids.digest(source.network() + " " + ids.of(address).hex()), now)
                && limits.allow(PER_ADDRESS, ids.of(address).hex(), now) && limits.allow(AT_MOST, ALL, now);
    }

    private String fresh() {
        var octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
