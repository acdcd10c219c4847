package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarryNotesTest {

    private static final Notification MAIL = new Notification.ByMail();
    private static final Notification PHONE = new Notification.ByPhone(new PhoneNumber("+493012345678"));
    private static final NoteRules PHONES = new NoteRules(NoteRules.Ways.PHONE, List.of(new CountryCode("+49")), 3);

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList(new ListId("news")).with(PHONES);
    private final InMemoryLists lists = new InMemoryLists(list);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final CollectingNotes notes = new CollectingNotes();
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemoryRateLimits limits = new InMemoryRateLimits();
    private final CarryNotes carry = new CarryNotes(lists, subscribers, tasks,
            new CarryNotes.Way(notes, notices, limits, this::write, this::erase,
                    SendPermits.unlimited()),
            clock);
    private final List<NoteTask.Letter> letters = new ArrayList<>();
    private final List<NoteTask.Erase> erasures = new ArrayList<>();
    private Optional<Instant> again = Optional.empty();

    private Optional<Instant> write(NoteTask.Letter task) {
        letters.add(task);
        return again;
    }

    private Optional<Instant> erase(NoteTask.Erase task) {
        erasures.add(task);
        return again;
    }

    private Subscriber.Confirmed wanting(String address, Notification notification) {
        var member = SampleSubscribers.aMember(list.id(), address);
        var wanting = member.with(member.settings().with(notification));
        subscribers.create(wanting);
        follow(wanting);
        return wanting;
    }

    private void follow(Subscriber subscriber) {
        tasks.add(List.of(new NoteTask.Follow(list.id(), clock.instant(), subscriber.id())));
    }

    private NoteTask.NewPost post() {
        var task = new NoteTask.NewPost(list.id(), clock.instant(), SamplePosts.aPost(list.id()).id());
        tasks.add(List.of(task));
        return task;
    }

    private List<NoteTask> left() {
        return tasks.due(Instant.MAX, 1000);
    }

    private void set(NoteRules rules) {
        assertTrue(lists.replace(lists.find(list.id()).orElseThrow(), list.with(rules)));
    }

    @Test
    void whoWantsItIsFollowedAndWelcomedOnce() {
        var anna = wanting("anna@club.example", MAIL);

        assertEquals(1, carry.run());
        follow(anna);
        assertEquals(1, carry.run());

        assertEquals(Map.of(anna.id(), MAIL), notes.followed());
        assertEquals(List.of(new Note.Welcome(anna.id())), notes.published());
        assertEquals(List.of(), left());
    }

    @Test
    void erasureGoesOnUntilNothingIsLeft() {
        var asked = clock.instant();
        var task = new NoteTask.Erase(list.id(), asked, SampleSubscribers.aKey("0a"), asked.plusNanos(7),
                ForgetWay.OWNER);
        tasks.add(List.of(task));
        again = Optional.of(asked.plusSeconds(60));

        assertEquals(0, carry.run());
        assertEquals(List.of(task.at(asked.plusSeconds(60))), left());
        again = Optional.empty();
        clock.advance(Duration.ofMinutes(1));
        assertEquals(1, carry.run());

        assertEquals(List.of(task, task.at(asked.plusSeconds(60))), erasures);
        assertEquals(asked, erasures.getLast().asked(), "the time that was asked at stays");
        assertEquals(List.of(), left());
    }

    @Test
    void whoHasToAgreeFirstIsAskedForAgainUntilThen() {
        notes.agree(false);
        var anna = wanting("anna@club.example", MAIL);

        assertEquals(0, carry.run());
        assertEquals(0, carry.run(), "not at once");
        assertEquals(1, left().size());
        notes.agree(true);
        clock.advance(Duration.ofMinutes(10));

        assertEquals(1, carry.run());
        assertEquals(List.of(new Note.Welcome(anna.id())), notes.published());
        assertEquals(List.of(), left());
    }

    @Test
    void whoLeavesIsFollowedNoMore() {
        var anna = wanting("anna@club.example", MAIL);
        carry.run();
        subscribers.remove(subscribers.find(list.id(), anna.id()).orElseThrow());
        follow(anna);

        carry.run();

        assertEquals(Map.of(), notes.followed());
    }

    @Test
    void whoOnlyWasAMemberOrWantsNoneAnyMoreIsFollowedNoMore() {
        var anna = wanting("anna@club.example", MAIL);
        var bob = wanting("bob@club.example", MAIL);
        carry.run();
        assertEquals(Map.of(anna.id(), MAIL, bob.id(), MAIL), notes.followed());
        subscribers.replace(subscribers.find(list.id(), anna.id()).orElseThrow(),
                Subscriber.Left.of(anna, clock.instant(), LeaveWay.PAGE));
        subscribers.replace(subscribers.find(list.id(), bob.id()).orElseThrow(),
                bob.with(bob.settings().with(Notification.none())));
        follow(anna);
        follow(bob);

        carry.run();

        assertEquals(Map.of(), notes.followed());
    }

    @Test
    void ofAListThatIsGoneNobodyIsFollowed() {
        var anna = SampleSubscribers.aMember(list.id(), "anna@club.example");
        lists.remove(list.id());
        follow(anna);

        assertEquals(1, carry.run());

        assertEquals(List.of(), left());
        assertEquals(Map.of(), notes.followed());
    }

    @Test
    void whatTheListNoLongerAllowsEnds() {
        var anna = wanting("anna@club.example", MAIL);
        var ben = wanting("ben@club.example", PHONE);
        carry.run();

        set(PHONES.withCountries(List.of(new CountryCode("+41"))));
        List.of(anna, ben).forEach(this::follow);
        carry.run();
        assertEquals(Map.of(anna.id(), MAIL), notes.followed());

        set(NoteRules.OFF);
        List.of(anna, ben).forEach(this::follow);
        carry.run();
        assertEquals(Map.of(), notes.followed());
    }

    @Test
    void newPostIsToldAndNotTwice() {
        var task = post();

        carry.run();
        carry.run();

        assertEquals(List.of(new Note.NewPost(task.post(), true)), notes.published());
    }

    @Test
    void whereNobodyIsToldOrItIsNoNewsAnyMoreNothingIsSaid() {
        post();
        clock.advance(Duration.ofDays(1));
        carry.run();
        set(NoteRules.OFF);
        post();
        carry.run();

        assertEquals(List.of(), notes.published());
        assertEquals(List.of(), left());
    }

    @Test
    void phonesAreNotToldWhereThereAreNone() {
        set(PHONES.withWays(NoteRules.Ways.MAIL));
        var task = post();

        carry.run();

        assertEquals(List.of(new Note.NewPost(task.post(), false)), notes.published());
    }

    @Test
    void capHoldsForAMonthAndTheOwnersLearnOfItOnce() {
        wanting("anna@club.example", PHONE);
        wanting("ben@club.example", PHONE);
        carry.run();
        var first = post();
        var second = post();
        carry.run();

        var told = notes.published().stream().filter(Note.NewPost.class::isInstance).toList();
        assertEquals(List.of(new Note.NewPost(first.post(), false), new Note.NewPost(second.post(), false)), told,
                "two welcomes left room for one, and two are needed");
        assertEquals(List.of(new OwnerNotice.PhonesPaused(list, list.people().owners().getFirst(), 3)), notices.sent());
        clock.advance(Duration.ofDays(31));
        var third = post();
        carry.run();
        assertEquals(new Note.NewPost(third.post(), true), notes.published().getLast());
    }

    @Test
    void capOfNothingLetsNothingThrough() {
        set(PHONES.withCap(0));
        wanting("anna@club.example", PHONE);
        var task = post();

        carry.run();

        assertEquals(List.of(new Note.NewPost(task.post(), false)), notes.published());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void topicThatCannotBeUsedLosesNothing(int posts) {
        for (var i = 0; i < posts; i++) {
            post();
        }
        notes.beThere(false);
        assertThrows(UnavailableException.class, carry::run);
        assertEquals(posts, left().size());

        notes.beThere(true);

        assertEquals(posts, carry.run());
    }

    @Test
    void lettersGoFirstAndTopicsThatCannotBeUsedHoldUpNone() {
        notes.beThere(false);
        post();
        post();
        post();
        var goodbye = new NoteTask.Goodbye(list.id(), clock.instant(), SampleSubscribers.aKey("0a"));
        tasks.add(List.of(goodbye));

        assertThrows(UnavailableException.class, carry::run);

        assertEquals(List.of(goodbye), letters);
        assertEquals(3, left().size());
    }

    @Test
    void letterWithMoreToDoComesAgainAtItsTime() {
        var goodbye = new NoteTask.Goodbye(list.id(), clock.instant(), SampleSubscribers.aKey("0a"));
        tasks.add(List.of(goodbye));
        again = Optional.of(clock.instant().plus(Duration.ofDays(14)));

        assertEquals(0, carry.run());
        assertEquals(0, carry.run(), "not at once");

        assertEquals(List.of(goodbye), letters);
        assertEquals(List.of(goodbye.at(clock.instant().plus(Duration.ofDays(14)))), left());
    }

    private List<NoteTask.Added> added(int count) {
        var all = IntStream.range(0, count).mapToObj(i -> new NoteTask.Added(list.id(), clock.instant(),
                SampleSubscribers.aKey("%04x".formatted(i)))).toList();
        tasks.add(all);
        return all;
    }

    @Test
    void mailsToManyComeLastAndBitByBit() {
        var all = added(CarryNotes.MOST_ADDED + 1);
        var link = new NoteTask.SettingsLink(list.id(), clock.instant(), SampleSubscribers.aKey("0a"));
        tasks.add(List.of(link));

        assertEquals(CarryNotes.MOST_ADDED + 1, carry.run());

        assertEquals(link, letters.getFirst());
        assertEquals(List.of(all.getLast()), tasks.dueForMany(clock.instant(), 1000));
    }

    @Test
    void mailsToManyGoNoFasterThanTheProviderAllows() {
        var all = added(5);
        var granted = new AtomicInteger(2);
        var permits = new SendPermits() {

            @Override
            public Permit take(Instant now) {
                return granted.getAndDecrement() > 0
                        ? new Permit.Granted()
                        : new Permit.NotBefore(now.plusSeconds(1));
            }

            @Override
            public void slowDown(Instant now) {
                throw new AssertionError("nobody was too fast");
            }
        };
        var paced = new CarryNotes(lists, subscribers, tasks,
                new CarryNotes.Way(notes, notices, limits, this::write, this::erase, permits), clock);

        assertEquals(2, paced.run());
        assertEquals(0, paced.run());
        granted.set(9);
        assertEquals(3, paced.run());

        assertEquals(all, letters);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true", "5,false",
            "5,true"})
    void whoDiesHalfWayForgetsNothing(int call, boolean lastHasItsEffect) {
        var anna = wanting("anna@club.example", MAIL);
        var task = post();
        var life = new Life(call, lastHasItsEffect);
        var mortal = new CarryNotes(lists, subscribers, life.of(NoteTasks.class, tasks),
                new CarryNotes.Way(life.of(Notes.class, notes), notices, limits, this::write), clock);

        assertThrows(Life.Ended.class, mortal::run);
        carry.run();

        assertEquals(Map.of(anna.id(), MAIL), notes.followed());
        assertTrue(notes.published().containsAll(List.of(new Note.Welcome(anna.id()),
                new Note.NewPost(task.post(), true))));
        assertTrue(notes.published().size() <= 3, "one thing is said twice at most");
        assertEquals(List.of(), left());
    }

    @Test
    void whatCameBackIsReckonedWhereThatIsDone() {
        var health = new NoteTask.CheckHealth(list.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        tasks.add(List.of(health));
        assertThrows(UnavailableException.class, carry::run);
        var looked = new ArrayList<NoteTask.Reckoning>();
        var reckoning = new CarryNotes(lists, subscribers, tasks, new CarryNotes.Way(notes, notices, limits,
                this::write, this::erase, SendPermits.unlimited(), task -> {
                    looked.add(task);
                    return Optional.of(clock.instant().plusSeconds(60)).filter(_ -> looked.size() == 1);
                }, _ -> true), clock);
        assertEquals(0, reckoning.run());
        clock.advance(Duration.ofMinutes(1));
        assertEquals(1, reckoning.run());
        assertEquals(List.of(health, health.at(health.due().plusSeconds(60))), looked);
    }

    private static Errand.Decision decision(PostId post) {
        return new Errand.Decision(post, Errand.Decision.Wish.SEND);
    }

    private CarryNotes carrying(Errands errands) {
        return new CarryNotes(lists, subscribers, tasks, new CarryNotes.Way(notes, notices, limits, this::write,
                this::erase, SendPermits.unlimited(), _ -> Optional.empty(), errands), clock);
    }

    @Test
    void whatWasDecidedElsewhereIsCarriedOutAndTriedAgainWhereItHasTo() {
        var decision = Errand.of(list.id(), clock.instant(), decision(SamplePosts.aPost(list.id()).id()));
        tasks.add(List.of(decision));
        var done = new ArrayList<Errand>();
        var carrying = carrying(task -> {
            done.add(task);
            return done.size() > 1;
        });

        assertEquals(0, carrying.run());
        clock.advance(Duration.ofMinutes(1));
        assertEquals(1, carrying.run());

        assertEquals(List.of(decision, new Errand(list.id(), decision.due().plusSeconds(10), decision.what(), 1)),
                done);
        assertEquals(List.of(), left());
    }

    @Test
    void troubleThatPassesIsWaitedForLongerAndLonger() {
        var errand = Errand.of(list.id(), clock.instant(), decision(SamplePosts.aPost(list.id()).id()));
        tasks.add(List.of(errand));
        var tries = new ArrayList<Duration>();
        var carrying = carrying(task -> {
            tries.add(Duration.between(errand.due(), clock.instant()));
            throw new UnavailableException("not now");
        });

        for (var second = 0; second < 4 * 3600; second++) {
            try {
                carrying.run();
            } catch (UnavailableException expected) {
                // It is put off.
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertEquals(List.of(0, 10, 30, 70, 150, 310, 630, 1270, 2550, 5110, 8710, 12310),
                tries.stream().map(wait -> (int) wait.toSeconds()).toList());
    }
}
