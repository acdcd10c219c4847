package org.clubpost.core.owners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.MemberNotices;
import org.clubpost.core.list.MemberNotices.Pace;
import org.clubpost.core.list.OwnerNotices;
import org.clubpost.core.list.People;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.Owners.Sender;
import org.clubpost.core.owners.Owners.Word;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

/** What owners get at once, and what is gathered. */
class OwnersTest {

    private static final EmailAddress ONE = EmailAddress.of("one@club.example");
    private static final EmailAddress TWO = EmailAddress.of("two@club.example");
    private static final MailingList LIST = list(OwnerNotices.EACH);

    private final FixedClock clock = new FixedClock(Instant.parse("2026-03-06T08:30:00Z"));
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemoryGatheredNews gathered = new InMemoryGatheredNews();
    private final Owners owners = new Owners(notices, new InMemoryRateLimits(), gathered, clock);

    private static MailingList list(OwnerNotices how) {
        return SampleLists.aList().with(new People(List.of(ONE, TWO), List.of(), how));
    }

    private static Sender proven(String name) {
        return new Sender(name, true, Optional.empty());
    }

    private static Sender owner(EmailAddress owner) {
        return new Sender(owner.compared(), true, Optional.of(owner));
    }

    private void tell(MailingList list, News.Kind kind, Sender sender, int times) {
        IntStream.range(0, times).forEach(i -> owners.tell(list, new Word(kind, "%032x".formatted(i), sender),
                () -> (owner, isLast) -> new OwnerNotice.MemberJoined(list, owner,
                        SampleSubscribers.aPerson("anna@example.org"), isLast)));
    }

    private List<OwnerNotice.MemberJoined> toFirst() {
        return notices.sent(OwnerNotice.MemberJoined.class).stream().filter(notice -> notice.recipient().equals(ONE))
                .toList();
    }

    @Test
    void sixtyConfirmedSignUpsAreFiveLettersAndOneMore() {
        tell(LIST, News.Kind.JOINED, Sender.UNPROVEN, 60);

        assertEquals(List.of(false, false, false, false, true),
                toFirst().stream().map(OwnerNotice.MemberJoined::isLast).toList());
        assertEquals(55, gathered.all().size());
        assertEquals(List.of(Instant.parse("2026-03-06T09:00:00Z")),
                gathered.all().stream().map(News::due).distinct().toList());
    }

    @Test
    void moderatorsHearOfPostsAndOfNobodyElse() {
        var moderator = EmailAddress.of("moderator@club.example");
        var list = LIST.with(LIST.people().withModerators(List.of(moderator, ONE)));
        for (var kind : List.of(News.Kind.HELD, News.Kind.EXPIRED)) {
            tell(list, kind, Sender.UNPROVEN, 1);
        }
        assertEquals(List.of(ONE, TWO, moderator, ONE, TWO, moderator),
                notices.sent().stream().map(Notice::recipient).toList());

        for (var kind : List.of(News.Kind.JOINED, News.Kind.APPLIED, News.Kind.FOR_OWNERS)) {
            tell(list, kind, Sender.UNPROVEN, 1);
        }
        assertEquals(12, notices.sent().size());
        assertEquals(2, notices.sent().stream().map(Notice::recipient).filter(moderator::equals).count());
    }

    @Test
    void anHourLaterTheyComeAtOnceAgain() {
        tell(LIST, News.Kind.JOINED, Sender.UNPROVEN, 6);
        clock.advance(Duration.ofHours(1));
        tell(LIST, News.Kind.JOINED, Sender.UNPROVEN, 1);

        assertEquals(6, toFirst().size());
    }

    @Test
    void junkTakesNothingFromAPersonWhoIsProvenAndNoKindFromAnother() {
        tell(LIST, News.Kind.FOR_OWNERS, Sender.UNPROVEN, 50);
        tell(LIST, News.Kind.FOR_OWNERS, proven("anna"), 1);
        tell(LIST, News.Kind.FOR_OWNERS, proven("bert"), 5);
        tell(LIST, News.Kind.JOINED, Sender.UNPROVEN, 1);

        assertEquals(5 + 1 + 5 + 1, toFirst().size());
        assertEquals(45, gathered.all().size());
    }

    @Test
    void manyProvenSendersAreGatheredTooAndNothingIsLost() {
        IntStream.range(0, 30).forEach(i -> tell(LIST, News.Kind.FOR_OWNERS, proven("sender" + i), 1));

        assertEquals(20, toFirst().size());
        assertTrue(toFirst().getLast().isLast());
        assertEquals(1, gathered.all().size()); // They all are about the same, which is stored once.
    }

    @Test
    void anOwnersMailGoesToTheOthersAtOnceOnceADay() {
        tell(LIST, News.Kind.FOR_OWNERS, owner(ONE), 3);

        assertEquals(List.of(TWO), notices.sent().stream().map(Notice::recipient).toList());
        assertEquals(List.of(Instant.parse("2026-03-07T06:00:00Z")),
                gathered.all().stream().map(News::due).distinct().toList());
        clock.set(Instant.parse("2026-03-07T01:00:00Z"));
        tell(LIST, News.Kind.FOR_OWNERS, owner(ONE), 2);
        assertEquals(2, notices.sent().size());
        assertEquals(Instant.parse("2026-03-07T06:00:00Z"), gathered.all().getLast().due());
    }

    @Test
    void aDayIsToldInTheMorningOfTheListsZone() {
        var list = list(OwnerNotices.DAILY);

        tell(list.with(list.dispatch().withZone(ZoneId.of("Asia/Tokyo"))), News.Kind.JOINED, proven("anna"), 1);
        tell(list.with(list.dispatch().withZone(ZoneId.of("America/New_York"))), News.Kind.JOINED, proven("anna"), 1);

        assertEquals(List.of(Instant.parse("2026-03-06T11:00:00Z"), Instant.parse("2026-03-06T21:00:00Z")),
                gathered.all().stream().map(News::due).sorted().toList());
    }

    @Test
    void theOnlyOwnerHearsOfTheirOwnMail() {
        tell(SampleLists.aList(), News.Kind.FOR_OWNERS,
                owner(SampleLists.aList().people().owners().getFirst()), 1);

        assertEquals(SampleLists.aList().people().owners(), notices.sent().stream().map(Notice::recipient).toList());
    }

    @Test
    void theSettingGathersEverythingButMailsToTheOwners() {
        for (var kind : List.of(News.Kind.JOINED, News.Kind.LEFT, News.Kind.APPLIED, News.Kind.HELD,
                News.Kind.STILL_HELD, News.Kind.FOR_OWNERS, News.Kind.EXPIRED)) {
            tell(list(OwnerNotices.HOURLY), kind, proven("anna"), 1);
            tell(list(OwnerNotices.DAILY), kind, proven("anna"), 1);
        }

        var id = "%032x".formatted(0);
        var hour = Instant.parse("2026-03-06T09:00:00Z");
        var day = Instant.parse("2026-03-07T06:00:00Z");
        assertEquals(2, toFirst().size());
        assertEquals(List.of(new News(LIST.id(), News.Kind.JOINED, id, hour),
                new News(LIST.id(), News.Kind.JOINED, id, day), new News(LIST.id(), News.Kind.LEFT, id, hour),
                new News(LIST.id(), News.Kind.LEFT, id, day), new News(LIST.id(), News.Kind.APPLIED, id, hour),
                new News(LIST.id(), News.Kind.HELD, id, hour),
                new News(LIST.id(), News.Kind.STILL_HELD, id, hour), new News(LIST.id(), News.Kind.STILL_HELD, id, day),
                new News(LIST.id(), News.Kind.EXPIRED, id, hour), new News(LIST.id(), News.Kind.EXPIRED, id, day)),
                gathered.all());
    }

    private static MailingList told(Pace pace, OwnerNotices how) {
        var list = list(how);
        return list.with(list.people().with(new MemberNotices(pace, pace)))
                .with(list.dispatch().withZone(ZoneId.of("Europe/Berlin")));
    }

    private List<Instant> whenTold(Pace pace, OwnerNotices how) {
        var before = gathered.all().size();
        var member = SampleSubscribers.aMember(LIST.id(), "anna@example.org");
        var left = Subscriber.Left.of(member, clock.instant(), LeaveWay.PAGE);
        owners.left(told(pace, how), left);
        owners.left(told(pace, how), left);
        var all = gathered.all().stream().skip(before).toList();
        assertEquals(all.size(), all.stream().filter(each -> each.kind() == News.Kind.LEFT).count());
        return all.stream().map(News::due).toList();
    }

    /** It is a Friday, half past nine in Berlin. Who leaves has ten minutes to say why. */
    @Test
    void whoLeftIsToldAsTheOwnersChoose() {
        clock.set(Instant.parse("2026-03-06T08:30:00Z"));
        assertEquals(List.of(Instant.parse("2026-03-06T08:40:00Z")), whenTold(Pace.EACH, OwnerNotices.EACH));
        assertEquals(List.of(Instant.parse("2026-03-06T09:00:00Z")), whenTold(Pace.EACH, OwnerNotices.HOURLY));
        assertEquals(List.of(Instant.parse("2026-03-07T05:00:00Z")), whenTold(Pace.EACH, OwnerNotices.DAILY));
        assertEquals(List.of(), whenTold(Pace.NEVER, OwnerNotices.EACH));
        clock.set(Instant.parse("2026-03-07T08:30:00Z"));
        assertEquals(List.of(Instant.parse("2026-03-08T05:00:00Z")), whenTold(Pace.DAILY, OwnerNotices.EACH));
        assertEquals(List.of(Instant.parse("2026-03-09T05:00:00Z")), whenTold(Pace.WEEKLY, OwnerNotices.EACH));
        clock.set(Instant.parse("2026-03-09T04:49:59Z"));
        assertEquals(List.of(), whenTold(Pace.WEEKLY, OwnerNotices.EACH), "it is there already");
        clock.set(Instant.parse("2026-03-09T04:50:00Z"));
        assertEquals(List.of(Instant.parse("2026-03-16T05:00:00Z")), whenTold(Pace.WEEKLY, OwnerNotices.EACH));
        // Then summer time has begun.
        clock.set(Instant.parse("2026-03-28T12:00:00Z"));
        assertEquals(List.of(Instant.parse("2026-03-29T04:00:00Z")), whenTold(Pace.DAILY, OwnerNotices.EACH));
    }

    @Test
    void whoJoinsIsToldAsTheOwnersChoose() {
        tell(told(Pace.DAILY, OwnerNotices.EACH), News.Kind.JOINED, Sender.UNPROVEN, 1);
        tell(told(Pace.WEEKLY, OwnerNotices.EACH), News.Kind.JOINED, Sender.UNPROVEN, 1);
        tell(told(Pace.NEVER, OwnerNotices.EACH), News.Kind.JOINED, Sender.UNPROVEN, 1);
        assertEquals(List.of(), notices.sent());
        tell(told(Pace.WEEKLY, OwnerNotices.EACH), News.Kind.HELD, proven("anna"), 1);

        assertEquals(2, notices.sent().size(), "what waits comes as before");
        assertEquals(List.of(Instant.parse("2026-03-07T05:00:00Z"), Instant.parse("2026-03-09T05:00:00Z")),
                gathered.all().stream().map(News::due).toList());
    }
}
