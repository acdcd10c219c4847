package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Source;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Origin;

/**
 * Takes the wish of somebody who has no mail of a list at hand to have the links to their memberships sent. The answer is
 * always the same, whoever asks and whatever is stored, and so is the work before it: nothing about the address is read
 * here. {@link AddressLetters} writes the mail, if the address is a member's.
 *
 * @param lists the lists
 * @param limits counts sources, together with those who {@linkplain Subscribe sign up}
 * @param tasks takes the wish
 * @param ids stand for addresses
 */
public record SendLinks(Lists lists, RateLimits limits, NoteTasks tasks, SubscriberIds ids) {

    private static final Duration HOUR = Duration.ofHours(1);
    /** No list can have this name, so that no list's sign-ups are counted with it. */
    private static final String ALL = "/links";
    /** More than any club has. Beyond it only those get in who asked hardly anything yet. */
    private static final Limit MANY = new Limit(Kind.SIGN_UP_LIST, 500, HOUR);
    /** So few that the letters which wait for their turn hold up no others for long. */
    private static final Limit AT_MOST = new Limit(Kind.SIGN_UP_LIST, 2_000, HOUR);
    private static final Limit FEW = new Limit(Kind.SIGN_UP_SOURCE, 4, HOUR);

    /** What became of a wish. */
    public enum Outcome {
        /** It was taken. Says nothing about what is stored. */
        ACCEPTED,
        /** Too many came from this source, or at all. */
        TOO_MANY
    }

    /**
     * Takes it. Wishes of the same minute for the same address are one.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome ask(EmailAddress address, Origin origin) {
        var now = origin.at();
        if (!isWithinLimits(Source.of(origin.sourceAddress()), now)) {
            return Outcome.TOO_MANY;
        }
        lists.ids().stream().min(Comparator.comparing(ListId::value)).ifPresent(any -> tasks.add(List.of(
                new NoteTask.LinksWanted(any, now.truncatedTo(ChronoUnit.MINUTES), ids.of(address)))));
        return Outcome.ACCEPTED;
    }

    private boolean isWithinLimits(Source source, Instant now) {
        var network = ids.digest(source.network());
        return limits.allow(Subscribe.PER_SOURCE, network, now)
                && source.site().map(site -> limits.allow(Subscribe.PER_SITE, ids.digest(site), now)).orElse(true)
                && !(limits.isReached(MANY, ALL, now) && limits.isReached(FEW, network, now))
                && limits.allow(AT_MOST, ALL, now);
    }
}
