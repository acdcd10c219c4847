package org.clubpost.core.owners;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.MemberNotices;
import org.clubpost.core.list.OwnerNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;

/**
 * Tells the owners of a list what happens, and its moderators what they decide about. When more comes than somebody can
 * look at, the rest is gathered and told once an hour; the letter before says so. Budgets are separate by kind and by
 * sender, so that one sender takes nothing away from another, and junk nothing from people who are proven.
 *
 * <p>An owner who writes to the owners is told to the others at once only once a day, and the rest is gathered for a
 * day. So two owners whose programs answer every mail do not keep one another busy.
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
    /** How long whoever leaves has to say why before the owners hear of it. */
    private static final Duration TO_SAY_WHY = Duration.ofMinutes(10);
    /** The hour of the day at which what was gathered for a day is told, in the list's zone. */
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
     * What became of a member whose mail comes back.
     *
     * @param kind what
     * @param member the member
     * @param reason why the mail came back, where that is known
     * @param at when it was so: the same whenever it is told again
     */
    public record Fate(News.Kind kind, SubscriberId member, Optional<BounceReason> reason, Instant at) {}

    /**
     * Tells every owner, now or later.
     *
     * @param letter what they get now; made only when they get it now
     * @throws org.clubpost.core.UnavailableException safe to repeat; some may then be told twice
     */
    public void tell(MailingList list, Word word, Supplier<Letter> letter) {
        var now = clock.instant();
        var joins = list.people().members().joins();
        if (word.kind() == News.Kind.JOINED && joins != MemberNotices.Pace.EACH) {
            gather(list, word.kind(), word.about(), joins, now);
            return;
        }
        var pace = pace(list, word);
        if (pace == OwnerNotices.EACH && isWithin(list.id(), word, now)) {
            send(list, word, letter.get(), isLast(list.id(), word, now));
        } else {
            var isOwner = word.sender().owner().isPresent();
            news.add(new News(list.id(), word.kind(), word.about(),
                    isOwner || pace == OwnerNotices.DAILY ? nextMorning(now, list.dispatch().zone()) : nextHour(now)));
        }
    }

    /**
     * Has the owners told that somebody left, a little later, because whoever leaves may still say why. For the same
     * leave it is told once, however often this is called in that time.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public void left(MailingList list, Subscriber.Left member) {
        gather(list, News.Kind.LEFT, member.id().hex(), list.people().members().leaves(),
                member.at().plus(TO_SAY_WHY).truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Has the owners told what became of a member whose mail comes back, or who complained. For the same step it is
     * told once, however often this is called before the letter goes out.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public void cameBack(MailingList list, Fate fate) {
        gather(list, fate.kind(), News.about(fate.member(), fate.reason()), list.people().members().bounces(),
                fate.at().truncatedTo(ChronoUnit.MILLIS));
    }

    private void gather(MailingList list, News.Kind kind, String about, MemberNotices.Pace pace, Instant from) {
        var zone = list.dispatch().zone();
        switch (pace) {
            case EACH -> news.add(new News(list.id(), kind, about, switch (list.people().notices()) {
                case EACH -> from;
                case HOURLY -> nextHour(from);
                case DAILY -> nextMorning(from, zone);
            }));
            case DAILY -> news.add(new News(list.id(), kind, about, nextMorning(from, zone)));
            case WEEKLY -> news.add(new News(list.id(), kind, about, nextMonday(from, zone)));
            case NEVER -> {
                // They see it in the list of members.
            }
        }
    }

    /** Has the owners told again about a post that waits for them, at that time. */
    public void remind(ListId list, PostId post, Instant at) {
        news.add(News.of(list, News.Kind.STILL_HELD, post, nextHour(at)));
    }

    private void send(MailingList list, Word word, Letter letter, boolean isLast) {
        var owners = isForModerators(word.kind()) ? list.people().deciders() : list.people().owners();
        var others = owners.stream().filter(owner -> !word.sender().owner().filter(owner::equals).isPresent()).toList();
        for (var owner : others.isEmpty() ? owners : others) {
            notices.send(letter.to(owner, isLast));
        }
    }

    private static boolean isForModerators(News.Kind kind) {
        return switch (kind) {
            case HELD, STILL_HELD, EXPIRED -> true;
            case FOR_OWNERS, JOINED, LEFT, APPLIED, DOUBTED, ARRIVES, STOPPED, COMPLAINED, GIVEN_UP -> false;
        };
    }

    /** Mails to the owners come at once. Posts and people wait for a decision, so a day would be too long. */
    private static OwnerNotices pace(MailingList list, Word word) {
        var wanted = list.people().notices();
        return switch (word.kind()) {
            case FOR_OWNERS -> OwnerNotices.EACH;
            case HELD, APPLIED -> wanted == OwnerNotices.DAILY ? OwnerNotices.HOURLY : wanted;
            case JOINED, LEFT, STILL_HELD, EXPIRED, DOUBTED, ARRIVES, STOPPED, COMPLAINED, GIVEN_UP -> wanted;
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

    private static Instant nextMorning(Instant now, ZoneId zone) {
        var day = now.atZone(zone).toLocalDate();
        var today = day.atTime(MORNING, 0).atZone(zone).toInstant();
        return now.isBefore(today) ? today : day.plusDays(1).atTime(MORNING, 0).atZone(zone).toInstant();
    }

    private static Instant nextMonday(Instant now, ZoneId zone) {
        var day = now.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var morning = day.atTime(MORNING, 0).atZone(zone).toInstant();
        return now.isBefore(morning) ? morning : day.plusWeeks(1).atTime(MORNING, 0).atZone(zone).toInstant();
    }
}
