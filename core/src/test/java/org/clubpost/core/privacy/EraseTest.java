package org.clubpost.core.privacy;

import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.InMemoryListMakers;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Makers;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.InMemoryEvents;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.RemoveWay;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.person.InMemoryPersons;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;
import org.clubpost.core.subscription.AddressChange;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.InMemoryAddressChanges;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.core.subscription.SignUpRequestsContract;
import org.clubpost.core.subscription.Unsubscribe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EraseTest {

    private static final EmailAddress ANNA = EmailAddress.of("Anna@club.example");
    private static final SubscriberId KEY = IDS.of(ANNA);
    private static final String MARK = ErasedPerson.mark(KEY);

    private final FixedClock clock = new FixedClock();
    private final MailingList news = SampleLists.aList(new ListId("news"));
    private final MailingList chess = SampleLists.aList(new ListId("chess"));
    private final InMemoryLists lists = new InMemoryLists(news, chess);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final InMemorySignUpRequests requests = new InMemorySignUpRequests();
    private final InMemoryAddressChanges changes = new InMemoryAddressChanges();
    private final InMemoryBounces bounces = new InMemoryBounces();
    private final InMemoryMemberTexts texts = new InMemoryMemberTexts();
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryEvents events = new InMemoryEvents(Recorder.OFF);
    private final InMemoryPersons persons = new InMemoryPersons();
    private final InMemoryListMakers makers = new InMemoryListMakers();
    private final ForgetSignIn signIn = new ForgetSignIn(lists, makers, persons, IDS);

    @BeforeEach
    void later() {
        clock.advance(Duration.ofDays(100));
    }

    private Subscriber on(MailingList list) {
        return subscribers.find(list.id(), KEY).orElseThrow().subscriber();
    }

    private Erase erase(NoteTasks tasks, Subscribers subscribers, SignUpRequests requests) {
        return new Erase(tasks, new Forget(subscribers, requests, changes, bounces, texts));
    }

    private List<MailingList> erase() {
        return erase(tasks, subscribers, requests).erase(KEY, lists.all(), ForgetWay.PERSON, clock.instant());
    }

    private void trace() {
        trace(new EraseTraces(posts, events, IDS, new Forget(subscribers, requests, changes, bounces, texts), signIn,
                clock),
                tasks);
    }

    private void trace(EraseTraces traces, NoteTasks from) {
        for (var all = from.due(Instant.MAX, 100); !all.isEmpty(); all = from.due(Instant.MAX, 100)) {
            for (var task : from.due(clock.instant(), 100)) {
                traces.erase((NoteTask.Erase) task).ifPresent(later -> from.add(List.of(task.at(later))));
                from.remove(List.of(task));
            }
            clock.advance(Duration.ofMinutes(30));
        }
    }

    private Post post(MailingList list, PostState state) {
        var post = SamplePosts.aPost(list.id(), clock.instant()).with(new Post.Headline("Anna <anna@club.example>",
                "Sunday", 17)).with(new Post.Parties(Set.of(KEY), Set.of(), List.of(ANNA))).with(state);
        posts.create(post);
        return post;
    }

    private Post now(Post post) {
        return posts.find(post.id()).orElseThrow();
    }

    private PersonId signedIn() {
        var id = new PersonId(KEY.hex());
        assertTrue(persons.replace(Optional.empty(), org.clubpost.core.person.Person.of(id, new Actor.Owner(ANNA))));
        return id;
    }

    @Test
    void whoeverRanAListAndRunsNoneAnyMoreIsForgottenThereToo() {
        var id = signedIn();
        makers.replace(Makers.NOBODY, new Makers(List.of(), List.of(
                new Makers.Step(clock.instant(), ANNA, false, new Actor.Operator()))));

        erase();
        trace();
        trace();

        assertEquals(Optional.empty(), persons.find(id));
        assertEquals(Makers.NOBODY, makers.read());
    }

    @Test
    void whoeverRunsAListOrMayMakeListsCanStillSignIn() {
        var id = signedIn();
        lists.replace(chess, chess.with(chess.people().withModerators(List.of(ANNA))));
        erase();
        trace();
        assertTrue(persons.find(id).isPresent());

        var now = lists.find(chess.id()).orElseThrow();
        lists.replace(now, now.with(now.people().withModerators(List.of())));
        makers.replace(Makers.NOBODY, new Makers(List.of(ANNA), List.of()));
        erase();
        trace();
        assertTrue(persons.find(id).isPresent());
        assertEquals(List.of(ANNA), makers.read().all());
    }

    static Stream<Subscriber> everyStateWithAPerson() {
        return SampleSubscribers.everyKind(new ListId("news")).filter(Subscriber.Known.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("everyStateWithAPerson")
    void whateverSomebodyIsOnlyTheKeyIsLeft(Subscriber anybody) {
        subscribers.create(anybody);
        clock.advance(Duration.ofDays(40_000));

        assertEquals(List.of(news), erase(tasks, subscribers, requests).erase(anybody.id(), lists.all(),
                ForgetWay.OWNER, clock.instant()));

        assertEquals(new Subscriber.Forgotten(news.id(), anybody.id(), clock.instant(), ForgetWay.OWNER),
                subscribers.find(news.id(), anybody.id()).orElseThrow().subscriber());
    }

    @Test
    void allListsForgetAndTheCountsFollow() {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        subscribers.create(SampleSubscribers.aFormerMember(chess.id(), ANNA.written()));

        assertEquals(Set.of(news, chess), Set.copyOf(erase()));

        assertInstanceOf(Subscriber.Forgotten.class, on(news));
        assertInstanceOf(Subscriber.Forgotten.class, on(chess));
        assertEquals(0, lists.confirmedMembers(news.id()));
        assertEquals(List.of(), erase(), "the second time there is nothing");
        assertEquals(2, subscribers.all(news.id()).count() + subscribers.all(chess.id()).count());
    }

    @Test
    void anImportDoesNotBringBackAndAFreshSignUpStaysWhenTheTaskComesLater() {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        erase();
        var membership = new Membership(subscribers, IDS);

        var tally = membership.add(news, List.of(new Membership.Newcomer(ANNA, PersonName.NONE)), "from a file",
                clock.instant());

        assertEquals(new Membership.Tally(0, 0, 1), tally);
        assertInstanceOf(Subscriber.Forgotten.class, on(news));

        var stored = subscribers.find(news.id(), KEY).orElseThrow();
        var anew = new Subscriber.Pending(news.id(), SampleSubscribers.aPerson(ANNA.written()),
                List.of(SampleSubscribers.aDigest('a')), "/subscribe", "0".repeat(64),
                new Origin(clock.instant().plusSeconds(3), "", ""),
                clock.instant().plusSeconds(100));
        assertTrue(subscribers.replace(stored, anew));
        trace();

        assertEquals(anew, on(news), "what began after the erasure stays");
    }

    @Test
    void theRequestThatWaitsGoesAndALaterOneStays() {
        requests.add(SignUpRequestsContract.request(news.id(), ANNA.written(), "Anna", clock.instant()));
        assertEquals(List.of(news), erase());
        assertEquals(Optional.empty(), requests.find(news.id(), KEY));

        var later = SignUpRequestsContract.request(news.id(), ANNA.written(), "Anna", clock.instant().plusSeconds(1));
        requests.add(later);
        trace();
        assertEquals(Optional.of(later), requests.find(news.id(), KEY));
    }

    @Test
    void whatLedFromEarlierAddressesIsForgottenToo() {
        var old = SampleSubscribers.aKey("0a");
        var other = SampleSubscribers.aKey("0b");
        var gone = SampleSubscribers.aKey("0c");
        subscribers.create(new Subscriber.Moved(news.id(), old, KEY, FixedClock.START));
        subscribers.create(SampleSubscribers.aMember(news.id(), SampleSubscribers.aPerson(other, "b@club.example")));
        var member = SampleSubscribers.aMember(news.id(), ANNA.written());
        subscribers.create(new Subscriber.Confirmed(news.id(), member.person(), member.consent(), member.since(), true,
                member.settings(), Set.of(), Stream.of(old, other, gone).map(from -> new Move(from, FixedClock.START))
                        .toList()));

        changes.replace(Optional.empty(), AddressChange.wish(member, EmailAddress.of("new@club.example"), true,
                clock.instant()));

        erase();

        assertEquals(Optional.empty(), changes.find(KEY));
        assertInstanceOf(Subscriber.Forgotten.class,
                subscribers.find(news.id(), old).orElseThrow().subscriber());
        assertInstanceOf(Subscriber.Confirmed.class,
                subscribers.find(news.id(), other).orElseThrow().subscriber(), "somebody else has that address now");
        assertEquals(Optional.empty(), subscribers.find(news.id(), gone));
    }

    @Test
    void postsNameTheMarkAndOneThatWaitsForADecisionIsLetGo() {
        var done = post(news, SamplePosts.everyState(SamplePosts.aPost(news.id()).id())
                .filter(PostState.Done.class::isInstance).findFirst().orElseThrow());
        var held = post(chess, SamplePosts.held("may not post"));
        var others = SamplePosts.aPost(news.id(), clock.instant()).with(new Post.Headline("Bert", "Re: anna", 3))
                .with(new Post.Parties(Set.of(SampleSubscribers.aKey("0b")), Set.of(KEY),
                        List.of(EmailAddress.of("bert@club.example"))))
                .with(new PostState.Rejected(Reason.of(Reason.Cause.NOT_ON_LIST, "bert@club.example $1")));
        posts.create(others);

        erase();
        trace();

        assertEquals(new Post.Headline(MARK, "Sunday", 17), now(done).headline());
        assertEquals(List.of(), now(done).parties().poster());
        assertEquals(done.state(), now(done).state());
        assertEquals(Set.of(KEY), now(done).parties().authors(), "so that a second run finds it done");
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.AUTHOR_ERASED)), now(held).state());
        assertEquals(MARK, now(held).headline().author());
        assertEquals(others, now(others));
    }

    static Stream<PostState> everyReason() {
        var id = SamplePosts.aPost(new ListId("news")).id();
        return SamplePosts.everyState(id);
    }

    @ParameterizedTest
    @MethodSource("everyReason")
    void everyStateOfSomebodyElsesPostStaysWhatItIs(PostState state) {
        var post = SamplePosts.aPost(news.id()).with(state);
        assertEquals(post, new ErasedPerson(IDS, KEY).in(post));
    }

    @Test
    void anAddressInAReasonIsReplacedAndNoOther() {
        var words = "550 <ANNA@club.example>: no; bert@club.example, anna@club.example. bert@club.example?";
        var wanted = "550 <" + MARK + ">: no; bert@club.example, " + MARK + ". bert@club.example?";
        var person = new ErasedPerson(IDS, KEY);
        for (var state : List.of(SamplePosts.held(words), new PostState.Rejected(Reason.quoted(words)),
                new PostState.Discarded(Reason.quoted(words)))) {
            var post = person.in(SamplePosts.aPost(news.id()).with(state));
            assertTrue(post.toString().contains("Reason"), "the reason is there");
            assertEquals(wanted, reason(post.state()).values().getFirst());
        }
    }

    private static Reason reason(PostState state) {
        return switch (state) {
            case PostState.Held held -> held.reason();
            case PostState.Rejected(var reason) -> reason;
            case PostState.Discarded(var reason) -> reason;
            default -> throw new AssertionError();
        };
    }

    @Test
    void whoeverWritesAPostBackAsItWasIsFoundAnHourLater() {
        var held = post(news, new PostState.Rejected(Reason.of(Reason.Cause.SPAM)));
        erase();
        var traces = new EraseTraces(posts, events, IDS, new Forget(subscribers, requests, changes, bounces, texts),
                signIn, clock);
        var task = (NoteTask.Erase) tasks.due(clock.instant(), 10).stream()
                .filter(each -> each.list().equals(news.id())).findFirst().orElseThrow();
        traces.erase(task);
        posts.replace(now(held), held);

        clock.advance(Duration.ofHours(1));
        assertEquals(Optional.of(task.asked().plus(Duration.ofDays(1))), traces.erase(task));
        assertEquals(MARK, now(held).headline().author());
        clock.advance(Duration.ofDays(1));
        assertEquals(Optional.empty(), traces.erase(task));
    }

    @Test
    void eventsThatWaitTellTheKeyAlone() {
        var who = new Event.Who(KEY, Optional.of(ANNA));
        var bert = new Event.Who(SampleSubscribers.aKey("0b"), Optional.of(EmailAddress.of("bert@club.example")));
        events.with(List.of(new Event.MemberConfirmed(news.id(), clock.instant(), who, JoinWay.FORM),
                new Event.MemberRemoved(news.id(), clock.instant(), bert, RemoveWay.ERASED)));

        erase();
        trace();

        assertEquals(List.of(Optional.empty(), bert.address()), events.oldest(10).stream()
                .map(each -> ((Event.OfMember) each).who().address()).toList());
    }

    @Test
    void manyPostsTakeSeveralRuns() {
        var all = IntStream.range(0, 2 * EraseTraces.MOST + 1)
                .mapToObj(_ -> post(news, new PostState.Discarded(Reason.of(Reason.Cause.SPAM)))).toList();
        var traces = new EraseTraces(posts, events, IDS, new Forget(subscribers, requests, changes, bounces, texts),
                signIn, clock);
        var task = new NoteTask.Erase(news.id(), clock.instant(), KEY, clock.instant(), ForgetWay.PERSON);

        assertEquals(Optional.of(clock.instant().plusSeconds(1)), traces.erase(task));
        assertEquals(EraseTraces.MOST, all.stream().filter(each -> !now(each).equals(each)).count());
        assertFalse(traces.isClean(task));
        assertEquals(Optional.of(clock.instant().plus(Duration.ofHours(1))), traces.erase(task));
        assertEquals(all.size(), all.stream().filter(each -> !now(each).equals(each)).count());
    }

    @Test
    void addressThatAMemberTakesUpAfterwardsStays() {
        erase();
        clock.advance(Duration.ofMinutes(10));
        var member = moved("anna.other@club.example", clock.instant().plus(Move.MARGIN));

        trace();

        assertEquals(member, on(news));
    }

    @Test
    void addressThatAMemberTookUpJustBeforeGoes() {
        moved("anna.other@club.example", clock.instant().plus(Move.MARGIN));
        erase();

        trace();

        assertInstanceOf(Subscriber.Forgotten.class, on(news));
    }

    @Test
    void whoeverComesBackMayPostAgain() {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        var before = post(news, SamplePosts.held("may not post"));
        var task = new NoteTask.Erase(news.id(), clock.instant(), KEY, clock.instant(), ForgetWay.PERSON);
        erase();
        clock.advance(Duration.ofMinutes(10));
        var traces = new EraseTraces(posts, events, IDS, new Forget(subscribers, requests, changes, bounces, texts),
                signIn, clock);
        assertTrue(subscribers.replace(subscribers.find(news.id(), KEY).orElseThrow(),
                memberSince(clock.instant())));
        var after = post(news, SamplePosts.held("may not post"));

        assertTrue(traces.isClean(task));

        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.AUTHOR_ERASED)), now(before).state());
        assertEquals(after, now(after));
    }

    /** Every write is a possible end, with its effect or without it. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
            "20"})
    void whoeverDiesHalfWayLeavesNothingUndone(int call) {
        for (var hasItsEffect : List.of(false, true)) {
            var test = new EraseTest();
            test.later();
            test.dies(call, hasItsEffect);
        }
    }

    private void dies(int call, boolean hasItsEffect) {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        subscribers.create(SampleSubscribers.aMember(chess.id(), ANNA.written()));
        requests.add(SignUpRequestsContract.request(chess.id(), ANNA.written(), "", clock.instant()));
        var held = post(news, SamplePosts.held("may not post"));
        var life = new Life(call, hasItsEffect);
        var mortal = life.of(Subscribers.class, subscribers);
        var mortalRequests = life.of(SignUpRequests.class, requests);
        var wasAsked = false;
        try {
            erase(life.of(NoteTasks.class, tasks), mortal, mortalRequests).erase(KEY, lists.all(), ForgetWay.PERSON,
                    clock.instant());
            wasAsked = true;
            trace(new EraseTraces(life.of(Posts.class, posts), life.of(Events.class, events), IDS,
                    new Forget(mortal, mortalRequests, life.of(AddressChanges.class, changes), bounces, texts), signIn,
                    clock),
                    tasks);
        } catch (Life.Ended e) {
            assertTrue(life.isOver());
        }
        if (!wasAsked && tasks.due(Instant.MAX, 10).isEmpty()) {
            erase(); // Nothing was recorded, and the button is pressed again.
        }
        trace();

        assertInstanceOf(Subscriber.Forgotten.class, on(news));
        assertInstanceOf(Subscriber.Forgotten.class, on(chess));
        assertEquals(Optional.empty(), requests.find(chess.id(), KEY));
        assertEquals(MARK, now(held).headline().author());
        assertEquals(List.of(), tasks.due(Instant.MAX, 10));
    }

    @Test
    void whatCannotBeReadIsAskedAgain() {
        assertThrows(IllegalArgumentException.class, () -> NoteTask.Erase.of(news.id(), clock.instant(), "x@1@PERSON"));
    }

    /** Anna had another address before, and what she is now may know of it or not. */
    private Subscriber.Confirmed memberSince(Instant now) {
        return new Subscriber.Confirmed(news.id(), SampleSubscribers.aPerson(ANNA.written()),
                new Consent.OwnersWord(now, "by hand"), now, true);
    }

    private Subscriber.Confirmed moved(String old) {
        return moved(old, clock.instant());
    }

    private Subscriber.Confirmed moved(String old, Instant at) {
        var member = SampleSubscribers.aMember(news.id(), old);
        subscribers.create(member);
        var changed = member.at(new Person(KEY, ANNA, member.person().name(), member.person().language()),
                new Move(member.id(), at), Optional.empty());
        assertTrue(subscribers.move(subscribers.find(news.id(), member.id()).orElseThrow(),
                subscribers.find(news.id(), KEY), changed));
        return changed;
    }

    @Test
    void earlierAddressesOfWhoLeftAreBarredToo() {
        var old = "anna.old@club.example";
        var member = moved(old);
        var stored = subscribers.find(news.id(), KEY).orElseThrow();
        subscribers.replace(stored, Subscriber.Left.of(member, clock.instant(), LeaveWay.PAGE));

        erase();

        var key = IDS.of(EmailAddress.of(old));
        assertInstanceOf(Subscriber.Forgotten.class, subscribers.find(news.id(), key).orElseThrow().subscriber());
        assertNotBroughtBack(old);
    }

    @Test
    void earlierAddressesThatNothingNamesFollow() {
        var old = "anna.old@club.example";
        var member = moved(old);
        subscribers.replace(subscribers.find(news.id(), KEY).orElseThrow(),
                Subscriber.Left.of(member, clock.instant(), LeaveWay.PAGE).with(new WayBack.Closed()));

        erase();

        assertNotBroughtBack(old);
        var forget = new ForgetFormer(lists, subscribers, clock);
        for (var hour = 0; hour < 64; hour++) {
            forget.run();
            clock.advance(Duration.ofHours(1));
        }
        var key = IDS.of(EmailAddress.of(old));
        assertInstanceOf(Subscriber.Forgotten.class, subscribers.find(news.id(), key).orElseThrow().subscriber());
        assertNotBroughtBack(old);
    }

    @Test
    void oldLinkOfSomebodyErasedIsThatOfNobody() {
        var member = moved("anna.old@club.example");
        var manage = new Manage(lists, subscribers, SampleLinks.TOKENS, tasks);
        var links = new OwnLinks(lists, subscribers, SampleLinks.TOKENS, manage);
        var link = SampleLinks.token(SampleLinks.LINKS.oneClick(news.id(), member.moves().getFirst().from()));
        var leave = new Unsubscribe(lists, subscribers, SampleLinks.TOKENS);
        erase();

        assertInstanceOf(OwnLinks.Meant.NotMember.class, links.meant(SampleLinks.token(SampleLinks.LINKS
                .freshSettings(news.id(), member.moves().getFirst().from(), clock.instant().plusSeconds(60))),
                clock.instant()));
        assertInstanceOf(Unsubscribe.Outcome.NotMember.class, leave.look(link));
    }

    private static Stream<Subscriber.Former> former(Subscriber.Confirmed member, Instant at) {
        return Stream.of(Subscriber.Left.of(member, at, LeaveWay.PAGE),
                Subscriber.Removed.of(member, at, new Actor.Operator()),
                Subscriber.Suppressed.of(member, at, new Stopped.Complaint()));
    }

    @Test
    void whoJoinedAfterTheyAskedAndIsGoneAgainKeepsThatRecord() {
        var asked = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        former(memberSince(clock.instant()), clock.instant()).forEach(later -> {
            subscribers.with(List.of(later));

            assertFalse(forget(subscribers).onRequest(news.id(), KEY, asked, ForgetWay.PERSON));

            assertEquals(later, on(news));
            assertTrue(subscribers.remove(subscribers.find(news.id(), KEY).orElseThrow()));
        });
    }

    @Test
    void whoTookUpTheAddressAfterItsOwnerAskedAndIsGoneAgainKeepsThatRecord() {
        var asked = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        var member = SampleSubscribers.aMember(news.id(), "bert@club.example");
        var there = member.at(new Person(KEY, ANNA, member.person().name(), member.person().language()),
                new Move(member.id(), clock.instant().plus(Move.MARGIN)), Optional.empty());
        former(there, clock.instant()).forEach(later -> {
            subscribers.with(List.of(later));

            assertFalse(forget(subscribers).onRequest(news.id(), KEY, asked, ForgetWay.PERSON));

            assertEquals(later, on(news));
            assertTrue(subscribers.remove(subscribers.find(news.id(), KEY).orElseThrow()));
        });
    }

    @Test
    void whoWasGoneBeforeTheyAskedIsForgotten() {
        former(SampleSubscribers.aMember(news.id(), ANNA.written()), clock.instant()).forEach(before -> {
            subscribers.with(List.of(before));

            assertTrue(forget(subscribers).onRequest(news.id(), KEY, clock.instant(), ForgetWay.PERSON));

            assertInstanceOf(Subscriber.Forgotten.class, on(news));
            assertTrue(subscribers.remove(subscribers.find(news.id(), KEY).orElseThrow()));
        });
    }

    @Test
    void whoWaitsForTheOwnersIsForgottenUnlessTheyAppliedLater() {
        var origin = SampleSubscribers.ORIGIN;
        var applied = new Subscriber.Applied(news.id(), SampleSubscribers.aPerson(ANNA.written()),
                new Consent.DoubleOptIn("/", "00", origin, origin, SampleSubscribers.aDigest('a')),
                new Subscriber.Pending.Past.Stranger());
        subscribers.with(List.of(applied));

        assertFalse(forget(subscribers).onRequest(news.id(), KEY, origin.at().minusMillis(1), ForgetWay.PERSON));
        assertEquals(applied, on(news));
        assertTrue(forget(subscribers).onRequest(news.id(), KEY, clock.instant(), ForgetWay.PERSON));
        assertInstanceOf(Subscriber.Forgotten.class, on(news));
    }

    private Forget forget(Subscribers theirs) {
        return new Forget(theirs, requests, changes, bounces, texts);
    }

    @Test
    void whoChangesTheSettingsMeanwhileIsForgottenAllTheSame() {
        var member = SampleSubscribers.aMember(news.id(), ANNA.written());
        subscribers.create(member);
        var rival = new Rival("replace", () -> assertTrue(subscribers.replace(
                subscribers.find(news.id(), KEY).orElseThrow(), member.with(Locale.FRENCH))));

        assertTrue(forget(rival.of(Subscribers.class, subscribers)).onRequest(news.id(), KEY, clock.instant(),
                ForgetWay.PERSON));

        assertInstanceOf(Subscriber.Forgotten.class, on(news));
    }

    private boolean isClean(Rival rival) {
        return new EraseTraces(rival.of(Posts.class, posts), events, IDS, forget(subscribers), signIn, clock)
                .isClean(new NoteTask.Erase(news.id(), clock.instant(), KEY, clock.instant(), ForgetWay.PERSON));
    }

    @Test
    void postThatChangesMeanwhileNamesNobodyEither() {
        var rejected = post(news, new PostState.Rejected(Reason.of(Reason.Cause.SPAM)));
        var discarded = rejected.with(new PostState.Discarded(Reason.of(Reason.Cause.SPAM)));

        assertTrue(isClean(new Rival("replace", () -> assertTrue(posts.replace(rejected, discarded)))));

        assertEquals(MARK, now(rejected).headline().author());
        assertEquals(discarded.state(), now(rejected).state());
    }

    @Test
    void postThatSomebodyElseErasedMeanwhileIsLeftAlone() {
        var rejected = post(news, new PostState.Rejected(Reason.of(Reason.Cause.SPAM)));
        var erased = new ErasedPerson(IDS, KEY).in(rejected);

        assertTrue(isClean(new Rival("find", () -> assertTrue(posts.replace(rejected, erased)))));

        assertEquals(erased, now(rejected));
    }

    @Test
    void freshLinkProvesForAsLongAsItWorksAndNoOtherLinkDoes() {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        var links = new OwnLinks(lists, subscribers, SampleLinks.TOKENS,
                new Manage(lists, subscribers, SampleLinks.TOKENS, tasks));
        var fresh = SampleLinks.token(SampleLinks.LINKS.freshSettings(news.id(), KEY, clock.instant().plusSeconds(60)));
        var usual = SampleLinks.token(SampleLinks.LINKS.managePage(news.id(), KEY));

        assertInstanceOf(OwnLinks.Meant.Proven.class, links.meant(fresh, clock.instant()));
        assertInstanceOf(OwnLinks.Meant.NeedsFreshLink.class, links.meant(usual, clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        assertInstanceOf(OwnLinks.Meant.NeedsFreshLink.class, links.meant(fresh, clock.instant()));
        assertInstanceOf(OwnLinks.Meant.Invalid.class, links.meant(fresh + "x", clock.instant()));
    }

    private void assertNotBroughtBack(String address) {
        var newcomer = new Newcomer(EmailAddress.of(address), PersonName.NONE);
        assertEquals(new Membership.Tally(0, 0, 1), new Membership(subscribers, IDS).add(news, List.of(newcomer),
                "file", clock.instant()));
    }

    @Test
    void ownersEraseIfTheyMayAndTheLogHasTheKeyOnly() {
        var log = new InMemoryActLog();
        var logged = new InMemorySubscribers(lists, log, clock);
        logged.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        var eraser = new EraseByOwners(
                new EraseByOwners.Ports(logged, requests, changes, bounces, texts, tasks, posts, events, signIn), IDS,
                clock);
        var post = post(news, new PostState.Received());

        assertInstanceOf(Answer.Denied.class, eraser.erase(new Actor.Owner(ANNA), lists.all(), KEY));
        assertEquals(new Answer.Allowed<>(List.of(news)), eraser.erase(new Actor.Operator(), lists.all(), KEY));
        assertEquals(new Answer.Allowed<>(List.of()), eraser.erase(new Actor.Operator(), lists.all(), KEY));

        var entries = log.of(news.id(), Optional.empty(), 10, clock.instant());
        assertEquals(List.of(Act.FORGOTTEN), entries.stream().map(LogEntry::act).toList());
        assertEquals(new Actor.Operator(), entries.getFirst().actor());
        assertEquals(new About.OnePerson(KEY), entries.getFirst().about());
        assertEquals(List.of(), entries.getFirst().changes());
        assertEquals(List.of(), now(post).parties().poster());
    }
}
