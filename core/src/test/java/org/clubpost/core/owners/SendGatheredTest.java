package org.clubpost.core.owners;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

/** What was gathered is told: all of it, and what is no news any more is not. */
class SendGatheredTest {

    private static final EmailAddress ONE = EmailAddress.of("one@club.example");
    private static final EmailAddress TWO = EmailAddress.of("two@club.example");
    private static final MailingList LIST = SampleLists.aList().with(new People(List.of(ONE, TWO), List.of()));
    private static final Reason REASON = Reason.of(Reason.Cause.MAY_NOT_POST);

    private final FixedClock clock = new FixedClock();
    private final InMemoryLists lists = new InMemoryLists(LIST);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryGatheredNews news = new InMemoryGatheredNews();
    private final CollectingNotices notices = new CollectingNotices();
    private final DecisionLinks links = new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS);
    private int octets = 100;
    private final SendGathered gathered = new SendGathered(lists,
            new SendGathered.Stored(subscribers, posts, (_, _) -> Optional.of(new ForwardedMail("Sam", "Chess sets",
                    MailContent.of("x".repeat(octets).getBytes(US_ASCII))))),
            news, new SendGathered.Way(notices, links, new InMemoryRateLimits()), clock);

    private Post post() {
        var post = SamplePosts.aPost(LIST.id(), clock.instant());
        posts.create(post);
        clock.advance(Duration.ofMillis(1));
        return post;
    }

    private Post held() {
        var post = post();
        var held = post.with(new PostState.Held(REASON, PostState.Held.Decider.OWNERS,
                links.both(post.id()).stream().map(ModerationToken::digest).toList(), true,
                clock.instant().plus(Duration.ofDays(14))));
        posts.replace(post, held);
        return held;
    }

    private void add(News.Kind kind, Post post) {
        news.add(News.of(LIST.id(), kind, post.id(), clock.instant()));
    }

    private Gathered.Content told() {
        return notices.sent(Gathered.class).getLast().content();
    }

    /** Whoever's mail fails, works and fails again on one day is told of once for each. */
    @Test
    void sameFateIsToldOnceAndAnotherByItself() {
        var anna = SampleSubscribers.aMember(LIST.id(), "anna@example.org");
        subscribers.create(anna);
        for (var kind : List.of(News.Kind.DOUBTED, News.Kind.DOUBTED, News.Kind.ARRIVES, News.Kind.DOUBTED)) {
            news.add(News.of(LIST.id(), kind, anna.id(), clock.instant()));
            clock.advance(Duration.ofHours(1));
        }

        gathered.run();

        assertEquals(List.of(Gathered.Fate.What.DOUBTED, Gathered.Fate.What.ARRIVES),
                told().fates().stream().map(Gathered.Fate::what).toList());
    }

    @Test
    void everyOwnerGetsOneLetterWithAllThatHappened() {
        var anna = SampleSubscribers.aMember(LIST.id(), "anna@example.org");
        subscribers.create(anna);
        news.add(News.of(LIST.id(), News.Kind.JOINED, anna.id(), clock.instant()));
        var held = held();
        add(News.Kind.HELD, held);
        add(News.Kind.STILL_HELD, held());
        add(News.Kind.FOR_OWNERS, post());
        add(News.Kind.EXPIRED, post());

        assertEquals(1, gathered.run());

        assertEquals(List.of(ONE, TWO), notices.sent().stream().map(notice -> notice.recipient()).toList());
        assertEquals(List.of(anna.person()), told().joined());
        assertEquals(1, told().stillHeld().size());
        assertEquals(1, told().mails().size());
        assertEquals(1, told().expired().size());
        var waiting = told().held().getFirst();
        assertEquals(links.links().moderate(links.send(held.id()), TWO), waiting.send());
        assertEquals(links.links().moderate(links.refuse(held.id()), TWO), waiting.refuse());
        assertEquals(List.of(), news.all());
        assertEquals(0, gathered.run());
    }

    @Test
    void moderatorsGetThePostsAndSeeNobodyOfTheMembers() {
        var moderator = EmailAddress.of("moderator@club.example");
        lists.replace(LIST, LIST.with(LIST.people().withModerators(List.of(moderator))));
        var anna = SampleSubscribers.aMember(LIST.id(), "anna@example.org");
        subscribers.create(anna);
        news.add(News.of(LIST.id(), News.Kind.JOINED, anna.id(), clock.instant()));
        add(News.Kind.FOR_OWNERS, post());
        gathered.run();
        assertEquals(List.of(ONE, TWO), notices.sent().stream().map(notice -> notice.recipient()).toList());

        news.add(News.of(LIST.id(), News.Kind.JOINED, anna.id(), clock.instant()));
        add(News.Kind.HELD, held());
        add(News.Kind.EXPIRED, post());
        gathered.run();

        assertEquals(moderator, notices.sent().getLast().recipient());
        assertEquals(List.of(), told().joined());
        assertEquals(List.of(), told().mails());
        assertEquals(1, told().held().size());
        assertEquals(1, told().expired().size());
    }

    @Test
    void whatIsNoNewsAnyMoreIsForgotten() {
        var sent = held();
        add(News.Kind.HELD, sent);
        posts.replace(sent, sent.with(new PostState.Discarded(REASON)));
        news.add(News.of(LIST.id(), News.Kind.JOINED, SampleSubscribers.aKey("77"), clock.instant()));
        news.add(News.of(new ListId("gone"), News.Kind.JOINED, SampleSubscribers.aKey("77"), clock.instant()));

        assertEquals(0, gathered.run());

        assertEquals(List.of(), notices.sent());
        assertEquals(List.of(), news.all());
    }

    @Test
    void aPostWhoseTimeIsOverIsNotOfferedAnyMore() {
        add(News.Kind.STILL_HELD, held());
        clock.advance(Duration.ofDays(14));

        assertEquals(0, gathered.run());
    }

    @Test
    void aPostThatAnotherPersonDecidesAboutIsNotOffered() {
        var toAuthor = held();
        var state = (PostState.Held) toAuthor.state();
        posts.replace(toAuthor, toAuthor.with(new PostState.Held(state.reason(), PostState.Held.Decider.AUTHOR,
                state.links(), true, state.until())));
        add(News.Kind.STILL_HELD, toAuthor);
        var withOlderLinks = held();
        posts.replace(withOlderLinks, withOlderLinks.with(new PostState.Held(state.reason(),
                PostState.Held.Decider.OWNERS, List.of(), true, state.until())));
        add(News.Kind.STILL_HELD, withOlderLinks);

        assertEquals(0, gathered.run());
        assertEquals(List.of(), news.all());
    }

    @Test
    void whatIsNotDueWaits() {
        news.add(News.of(LIST.id(), News.Kind.STILL_HELD, held().id(), clock.instant().plusSeconds(1)));

        assertEquals(0, gathered.run());
        assertEquals(1, news.all().size());
    }

    @Test
    void aLetterThatCannotBeSentIsSentNextTime() {
        add(News.Kind.HELD, held());
        notices.takeOnly(notice -> notice.recipient().equals(ONE));
        assertThrows(UnavailableException.class, gathered::run);
        notices.takeOnly(_ -> true);

        assertEquals(1, gathered.run());

        assertEquals(List.of(ONE, TWO), notices.sent().stream().map(notice -> notice.recipient()).toList());
        assertEquals(List.of(), news.all());
    }

    @Test
    void manyMailsGoInSeveralLettersAndEachIsInOne() {
        IntStream.range(0, 45).forEach(_ -> add(News.Kind.FOR_OWNERS, post()));

        assertEquals(3, gathered.run());

        assertEquals(List.of(20, 20, 5), notices.sent(Gathered.class).stream().filter(
                letter -> letter.recipient().equals(ONE)).map(letter -> letter.content().mails().size()).toList());
    }

    @Test
    void aMailForWhichThereIsNoRoomIsNamedAndNotAttached() {
        octets = 4 << 20;
        add(News.Kind.FOR_OWNERS, post());
        add(News.Kind.FOR_OWNERS, post());

        assertEquals(1, gathered.run());

        assertEquals(List.of(true, false), told().mails().stream().map(mail -> mail.mail().isAttached()).toList());
        assertTrue(told().held().isEmpty());
    }

    private Owners.Fate fate(News.Kind kind, SubscriberId member, Optional<BounceReason> reason) {
        return new Owners.Fate(kind, member, reason, clock.instant());
    }

    @Test
    void stepThatIsToldAgainAfterTheLetterWentOutIsInNoOtherLetter() {
        var stopped = SampleSubscribers.aSuppressed(LIST.id(), "anna@example.org");
        subscribers.create(stopped);
        var owners = new Owners(notices, new InMemoryRateLimits(), news, clock);
        var step = fate(News.Kind.STOPPED, stopped.id(), Optional.empty());
        owners.cameBack(LIST, step);
        clock.advance(Duration.ofDays(1));
        gathered.run();
        var sent = notices.sent().size();

        owners.cameBack(LIST, step);
        gathered.run();

        assertTrue(sent > 0);
        assertEquals(sent, notices.sent().size());
    }

    @Test
    void ownersAreToldWhatBecameOfMailThatComesBack() {
        var stopped = SampleSubscribers.aSuppressed(LIST.id(), "anna@example.org");
        subscribers.create(stopped);
        var owners = new Owners(notices, new InMemoryRateLimits(), news, clock);
        for (var kind : List.of(News.Kind.DOUBTED, News.Kind.ARRIVES, News.Kind.STOPPED, News.Kind.GIVEN_UP)) {
            owners.cameBack(LIST, fate(kind, stopped.id(), Optional.of(BounceReason.MAILBOX_FULL)));
            owners.cameBack(LIST, fate(kind, stopped.id(), Optional.of(BounceReason.MAILBOX_FULL)));
        }
        owners.cameBack(LIST, fate(News.Kind.COMPLAINED, stopped.id(), Optional.empty()));
        owners.cameBack(LIST, fate(News.Kind.COMPLAINED, SampleSubscribers.aKey("77"), Optional.empty()));
        assertEquals(0, gathered.run(), "once a day");
        clock.advance(Duration.ofDays(1));

        assertEquals(1, gathered.run());

        var full = Optional.of(BounceReason.MAILBOX_FULL);
        assertEquals(List.of(new Gathered.Fate(stopped.person(), Gathered.Fate.What.DOUBTED, full),
                new Gathered.Fate(stopped.person(), Gathered.Fate.What.ARRIVES, full),
                new Gathered.Fate(stopped.person(), Gathered.Fate.What.STOPPED, full),
                new Gathered.Fate(stopped.person(), Gathered.Fate.What.GIVEN_UP, full),
                new Gathered.Fate(stopped.person(), Gathered.Fate.What.COMPLAINED, Optional.empty())),
                told().fates());
    }

    private void leaves(Subscriber leaver) {
        subscribers.create(leaver);
        news.add(News.of(LIST.id(), News.Kind.LEFT, leaver.id(), clock.instant()));
    }

    @Test
    void whoLeftIsToldWithTheReasonUnlessTheyAreBack() {
        var anna = Subscriber.Left.of(SampleSubscribers.aMember(LIST.id(), "anna@example.org"), clock.instant(),
                LeaveWay.PAGE).because(LeaveReason.TOO_MANY);
        var bert = Subscriber.Left.of(SampleSubscribers.aMember(LIST.id(), "bert@example.org"), clock.instant(),
                LeaveWay.ONE_CLICK);
        var asked = SampleSubscribers.aPending(LIST.id(), "bert@example.org");
        leaves(anna);
        leaves(asked.with(new Subscriber.Pending.Past.FormerMember(bert)));
        leaves(SampleSubscribers.aMember(LIST.id(), "carl@example.org"));
        leaves(SampleSubscribers.aPending(LIST.id(), "dora@example.org"));
        leaves(SampleSubscribers.aSuppressed(LIST.id(), "emil@example.org"));
        news.add(News.of(LIST.id(), News.Kind.LEFT, SampleSubscribers.aKey("77"), clock.instant()));
        news.add(News.of(LIST.id(), News.Kind.LEFT, anna.id(), clock.instant().minusMillis(1)));

        gathered.run();

        assertEquals(Set.of(new Gathered.Leaver(anna.person(), anna.reason()),
                new Gathered.Leaver(bert.person(), Optional.empty())), Set.copyOf(told().left()));
        assertEquals(2, told().left().size(), "who left twice left once");
        assertEquals(List.of(), news.all());
    }

    /** The second owner's mailbox is full for a while. */
    @Test
    void ownerWhoHasTheLetterDoesNotGetItAgainBecauseOfAnother() {
        leaves(Subscriber.Left.of(SampleSubscribers.aMember(LIST.id(), "anna@example.org"), clock.instant(),
                LeaveWay.PAGE));
        var isFull = new AtomicBoolean(true);
        var partly = new SendGathered(lists, new SendGathered.Stored(subscribers, posts, (_, _) -> Optional.empty()),
                news, new SendGathered.Way(notice -> {
                    if (notice.recipient().equals(TWO) && isFull.get()) {
                        throw new UnavailableException("full");
                    }
                    notices.send(notice);
                }, links, new InMemoryRateLimits()), clock);
        for (var minute = 0; minute < 10; minute++) {
            assertThrows(UnavailableException.class, partly::run);
        }
        isFull.set(false);

        partly.run();

        assertEquals(List.of(ONE, TWO), notices.sent().stream().map(notice -> notice.recipient()).toList());
    }

    private Subscriber.Applied applied(String address, Subscriber.Pending.Past past) {
        var request = SampleSubscribers.aPending(LIST.id(), address);
        return new Subscriber.Applied(LIST.id(), request.person(), new Consent.DoubleOptIn("/", "",
                request.requested(), request.requested(), request.links().getFirst()), past);
    }

    /** They are not back as long as the owners have not let them in. */
    @Test
    void whoLeftAndAppliedAgainLeftAndWaits() {
        var left = Subscriber.Left.of(SampleSubscribers.aMember(LIST.id(), "anna@example.org"), clock.instant(),
                LeaveWay.PAGE).because(LeaveReason.NOT_MINE);
        var anna = applied("anna@example.org", new Subscriber.Pending.Past.FormerMember(left));
        leaves(anna);
        news.add(News.of(LIST.id(), News.Kind.APPLIED, anna.id(), clock.instant()));
        var decided = SampleSubscribers.aMember(LIST.id(), "ben@example.org");
        subscribers.create(decided);
        news.add(News.of(LIST.id(), News.Kind.APPLIED, decided.id(), clock.instant()));

        gathered.run();

        assertEquals(List.of(new Gathered.Leaver(anna.person(), left.reason())), told().left());
        assertEquals(List.of(anna.person()), told().applicants().stream().map(Gathered.Applicant::person).toList());
    }
}
