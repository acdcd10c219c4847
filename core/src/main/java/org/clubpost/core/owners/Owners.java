package org.clubpost.core.owners;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.OwnerNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/**
 * Tells the owners of a list what happens. When more comes than somebody can look at, the rest is gathered and told once
 * an hour; the letter before says so. Budgets are separate by kind and by sender, so that one sender takes nothing away
 * from another, and junk nothing from people who are proven.
 *
 * <p>An owner who writes to the owners is told to the others at once only once a day, and the rest is gathered for a day.
 * So two owners whose programs answer every mail do not keep one another busy.
 *
 * @param notices the way to them
 * @param limits the budgets
 * @param news what is gathered
 * @param clock the time
 */
public record Owners(Notices notices, RateLimits limits, GatheredNews news, InstantSource clock) {

    /** So many letters of one kind an hour that one sender causes. */
    static final int FROM_ONE = 5;
    /** So many letters of one kind an hour that proven senders cause together. */
    static final int FROM_ALL = 20;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Limit SENDER = new Limit(Kind.OWNERS_MAIL, FROM_ONE, HOUR);
    private static final Limit ALL = new Limit(Kind.OWNERS_MAIL, FROM_ALL, HOUR);
    private static final Limit OWNER = new Limit(Kind.OWNERS_MAIL, 1, DAY);
    /** The hour of the day at which what was gathered for a day is told, in UTC. */
    private static final int MORNING = 6;

    /** What an owner gets. */
    @FunctionalInterface
    public interface Letter {

        /**
         * The notice to that owner.
         *
         * @param isLast whether the next ones will be gathered, which it has to say
         */
        Notice to(EmailAddress owner, boolean isLast);
    }

    /**
     * Who causes a letter.
     *
     * @param key stands for them in budgets; never an address in clear
     * @param isProven whether it is certain that it is them
     * @param owner the owner that it is, or claims to be
     */
    public record Sender(String key, boolean isProven, Optional<EmailAddress> owner) {

        /** Everybody of whom nothing is proven, and what nobody sends: they share one budget. */
        public static final Sender UNPROVEN = new Sender("", false, Optional.empty());
    }

    /**
     * What there is to tell.
     *
     * @param kind of which kind
     * @param about the key of a subscriber or the id of a post
     * @param sender who causes it
     */
    public record Word(News.Kind kind, String about, Sender sender) {

        /** A word about somebody. */
        public static Word of(News.Kind kind, SubscriberId person) {
            return new Word(kind, person.hex(), Sender.UNPROVEN);
        }

        /** A word about a post. */
        public static Word of(News.Kind kind, PostId post, Sender sender) {
            return new Word(kind, post.value(), sender);
        }
    }

    /**
     * Tells every owner, now or later.
     *
     * @param letter what they get now; made only when they get it now
     * @throws org.clubpost.core.UnavailableException safe to repeat; some may then be told twice
     */
    public void tell(MailingList list, Word word, Supplier<Letter> letter) {
        var now = clock.instant();
        var pace = pace(list, word);
        if (pace == OwnerNotices.EACH && isWithin(list.id(), word, now)) {
            send(list, word.sender(), letter.get(), isLast(list.id(), word, now));
        } else {
            var isOwner = word.sender().owner().isPresent();
            news.add(new News(list.id(), word.kind(), word.about(),
                    isOwner || pace == OwnerNotices.DAILY ? nextMorning(now) : nextHour(now)));
        }
    }

    /** Has the owners told again about a post that waits for them, at that time. */
    public void remind(ListId list, PostId post, Instant at) {
        news.add(News.of(list, News.Kind.STILL_HELD, post, nextHour(at)));
    }

    private void send(MailingList list, Sender sender, Letter letter, boolean isLast) {
        var owners = list.people().owners();
        var others = owners.stream().filter(owner -> !sender.owner().filter(owner::equals).isPresent()).toList();
        for (var owner : others.isEmpty() ? owners : others) {
            notices.send(letter.to(owner, isLast));
        }
    }

    /** Mails to the owners come at once. Posts wait for a decision, so a day would be too long. */
    private static OwnerNotices pace(MailingList list, Word word) {
        var wanted = list.people().notices();
        return switch (word.kind()) {
            case FOR_OWNERS -> OwnerNotices.EACH;
            case HELD -> wanted == OwnerNotices.DAILY ? OwnerNotices.HOURLY : wanted;
            case JOINED, STILL_HELD, EXPIRED -> wanted;
        };
    }

    private boolean isWithin(ListId list, Word word, Instant now) {
        if (word.sender().owner().isPresent()) {
            return limits.allow(OWNER, sender(list, word), now);
        }
        return limits.allow(SENDER, sender(list, word), now)
                && (!word.sender().isProven() || limits.allow(ALL, all(list, word), now));
    }

    private boolean isLast(ListId list, Word word, Instant now) {
        return word.sender().owner().isEmpty() && (limits.isReached(SENDER, sender(list, word), now)
                || (word.sender().isProven() && limits.isReached(ALL, all(list, word), now)));
    }

    private static String sender(ListId list, Word word) {
        return "owners " + list + " " + word.kind() + " " + word.sender().key();
    }

    private static String all(ListId list, Word word) {
        return "owners " + list + " " + word.kind() + " all";
    }

    private static Instant nextHour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(HOUR);
    }

    private static Instant nextMorning(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withHour(MORNING).toInstant();
        return now.isBefore(today) ? today : today.plus(DAY);
    }
}
