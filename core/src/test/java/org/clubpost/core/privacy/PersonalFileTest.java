package org.clubpost.core.privacy;

import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.consent.InMemoryWordings;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.privacy.PersonalData.Named.Part;
import org.clubpost.core.privacy.PersonalData.OnList;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.core.subscription.SignUpRequestsContract;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalFileTest {

    private static final EmailAddress ANNA = EmailAddress.of("anna@club.example");
    private static final SubscriberId KEY = IDS.of(ANNA);

    private final FixedClock clock = new FixedClock();
    private final MailingList news = SampleLists.aList(new ListId("news"));
    private final MailingList chess = SampleLists.aList(new ListId("chess"));
    private final InMemoryActLog log = new InMemoryActLog();
    private final InMemoryLists lists = new InMemoryLists(news, chess);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists, log, clock);
    private final InMemorySignUpRequests requests = new InMemorySignUpRequests();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryWordings wordings = new InMemoryWordings();
    private final InMemoryBounces bounces = new InMemoryBounces();
    private final InMemoryMemberTexts texts = new InMemoryMemberTexts();
    private final Disclose disclose = new Disclose(lists, subscribers, requests, posts, ranges, log, wordings,
            bounces, texts);

    private PersonalData data(int most) {
        return disclose.of(KEY, clock.instant(), most);
    }

    private Post post(PostState state, Set<SubscriberId> authors, Set<SubscriberId> addressed) {
        var post = SamplePosts.aPost(news.id()).with(new Post.Parties(authors, addressed, List.of()));
        posts.create(post.with(state));
        return post.with(state);
    }

    static Stream<Subscriber> everybody() {
        return SampleSubscribers.everyKind(new ListId("news"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyStateIsToldWithWhatIsKnown(Subscriber anybody) {
        var file = PersonalFile.of(new PersonalData(clock.instant(), anybody.id(),
                List.of(new OnList(news, Optional.of(anybody), Optional.empty(), List.of(), true, List.of(),
                        Map.of(), List.of(), List.of()))));

        var lists = (List<?>) Objects.requireNonNull(file.get("lists"));
        var list = (Map<?, ?>) lists.getFirst();
        assertEquals(SubscriberStatus.of(anybody).word(), list.get("status"));
        anybody.whom().ifPresent(person -> assertEquals(person.address().written(), list.get("address")));
        assertFalse(list.containsKey("older-posts"));
        assertTrue(file.toString().contains(anybody.id().hex()));
    }

    @Test
    void nothingIsTheFileOfANobody() {
        assertEquals(List.of(), data(10).lists());
        assertEquals(List.of(), disclose.lists(KEY));
    }

    @Test
    void postsAreNamedByTheParts() {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        var other = SampleSubscribers.aKey("0b");
        for (var state : SamplePosts.everyState(SamplePosts.aPost(news.id()).id()).toList()) {
            var post = post(state, Set.of(other), Set.of());
            ranges.rewrite(post.id(), List.of(new Failure(KEY, Failure.Kind.REFUSED,
                    Reason.of(Reason.Cause.RELAY_MAIL_REFUSED, "550"), 1, clock.instant())));
        }
        var missed = data(1_000).lists().getFirst().posts();
        assertTrue(missed.stream().allMatch(each -> each.part() == Part.MEMBER && each.failure().isPresent()));
        assertTrue(missed.size() > 5 && missed.size() < posts.of(news.id()).count());

        post(new PostState.Received(), Set.of(KEY), Set.of(KEY));
        post(new PostState.Received(), Set.of(other), Set.of(KEY));
        var all = data(1_000).lists().getFirst();

        assertEquals(Set.of(Part.AUTHOR, Part.ADDRESSED, Part.MEMBER),
                Set.copyOf(all.posts().stream().map(PersonalData.Named::part).toList()));
        assertTrue(PersonalFile.of(data(1_000)).toString().contains("did-not-reach-you=relay-mail-refused"));
        assertEquals(List.of(news), disclose.lists(KEY));
    }

    @Test
    void itIsSaidWhenOlderPostsWereNotLookedAt() {
        post(new PostState.Received(), Set.of(KEY), Set.of());
        post(new PostState.Received(), Set.of(KEY), Set.of());

        assertTrue(data(2).lists().getFirst().isWhole());
        var cut = data(1);
        assertEquals(1, cut.lists().getFirst().posts().size());
        assertTrue(PersonalFile.of(cut).toString().contains("older-posts=not looked at"));
    }

    @Test
    void theRequestThatWaitsIsToldToo() {
        requests.add(SignUpRequestsContract.request(chess.id(), ANNA.written(), "Anna", clock.instant()));

        var file = PersonalFile.of(data(10)).toString();

        assertTrue(file.contains("waiting-request={address=anna@club.example, person-name=Anna"), file);
        assertTrue(file.contains("ip-address=2001:db8::17"), file);
    }

    @Test
    void historyAndTheVeryWordsAreTold() {
        var form = Wording.of("I want the mails of this list.");
        var mail = Wording.of("Please confirm.");
        List.of(form, mail).forEach(wordings::keep);
        var member = SampleSubscribers.aMember(news.id(), ANNA.written());
        var given = new Consent.DoubleOptIn("/subscribe", form.digest(),
                SampleSubscribers.ORIGIN, SampleSubscribers.ORIGIN,
                TokenDigest.of("link"), mail.digest());
        subscribers.create(new Subscriber.Confirmed(news.id(), member.person(), given, clock.instant(), true));
        var stored = subscribers.find(news.id(), KEY).orElseThrow();
        clock.advance(Duration.ofDays(1));
        subscribers.by(Deed.of(new Actor.Owner(EmailAddress.of("olga@club.example")))).replace(stored,
                ((Subscriber.Confirmed) stored.subscriber()).with(Locale.GERMAN));

        var file = PersonalFile.of(data(10)).toString();

        assertTrue(file.contains("words-shown={") && file.contains("=I want the mails of this list.")
                && file.contains("=Please confirm."), file);
        assertTrue(file.contains("mail-sha256=" + mail.digest()), file);
        assertTrue(file.contains("what=joined, by=member"), file);
        assertTrue(file.contains("what=changed, by=owner, details=[{what=language, before=en, after=de}]"), file);
        assertFalse(file.contains("olga"), "the address of an owner is the owner's");
    }

    @Test
    void mailThatCameBackAndComplaintsAreTold() {
        subscribers.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        var post = SamplePosts.aPost(news.id()).id();
        var record = BounceRecord.of(news.id(), KEY)
                .with(new CameBack(Trace.Purpose.COPY, Optional.of(post),
                        new Returned.Bounce(Lasting.TRANSIENT, BounceReason.MAILBOX_FULL, "4.2.2", FixedClock.START)))
                .with(new CameBack(Trace.Purpose.NOTICE, Optional.empty(),
                        new Returned.Complaint(Returned.Complaint.Kind.ABUSE, FixedClock.START.plusSeconds(1))));
        assertTrue(bounces.replace(Optional.empty(), record));

        var list = (Map<?, ?>) Objects.requireNonNull((List<?>) PersonalFile.of(data(10)).get("lists")).getFirst();

        assertEquals(List.of(
                Map.of("at", FixedClock.START.toString(), "post", post.value(), "reason", "mailbox-full", "lasting",
                        "transient", "status", "4.2.2"),
                Map.of("at", FixedClock.START.plusSeconds(1).toString(), "complaint", "abuse")),
                list.get("mail-that-came-back"));
    }

    @Test
    void whatCameBackTellsOfAListOnWhichNothingElseIsLeft() {
        assertTrue(bounces.replace(Optional.empty(), BounceRecord.of(chess.id(), KEY).with(
                new CameBack(Trace.Purpose.NOTICE, Optional.empty(),
                        new Returned.Complaint(Returned.Complaint.Kind.ABUSE, FixedClock.START)))));

        assertEquals(List.of(chess), data(10).lists().stream().map(OnList::list).toList());
    }

    @Test
    void wordsOfAMailThatWereNeverKeptAreNotNamed() {
        var given = new Consent.DoubleOptIn("/subscribe", "ab".repeat(32), SampleSubscribers.ORIGIN,
                SampleSubscribers.ORIGIN, TokenDigest.of("link"));
        subscribers.create(new Subscriber.Confirmed(news.id(), SampleSubscribers.aPerson(ANNA.written()), given,
                clock.instant(), true));

        var file = PersonalFile.of(data(10)).toString();

        assertTrue(file.contains("wording-sha256=abab"), file);
        assertFalse(file.contains("mail-sha256"), file);
    }

    @Test
    void wordsOfWhatWaitsAreToldToo() {
        var form = Wording.of("I want the mails.");
        wordings.keep(form);
        var old = SampleSubscribers.aPending(news.id(), ANNA.written());
        subscribers.create(new Subscriber.Pending(news.id(), old.person(), old.links(), old.form(), form.digest(),
                old.requested(), clock.instant().plusSeconds(60)));

        assertTrue(PersonalFile.of(data(10)).toString().contains("=I want the mails."));
    }

    @Test
    void historyOfWhoWasErasedIsWithoutAName() {
        for (var actor : List.of(new Actor.Operator(), new Actor.Service(), new Actor.Unknown())) {
            var entry = LogEntry.of(news.id(), actor, Act.MEMBERS_IMPORTED, List.of(Change.withheld("name")),
                    clock.instant());
            var file = PersonalFile.of(new PersonalData(clock.instant(), KEY, List.of(new OnList(news, Optional.empty(),
                    Optional.empty(), List.of(), true, List.of(entry), Map.of(), List.of(), List.of())))).toString();
            assertTrue(file.contains("details=[{what=name}]") && file.contains("by=" + actor.written()), file);
        }
    }

    @Test
    void remarkOfTheOwnersIsToldAlsoFromUnderAnEarlierAddress() {
        var anna = SampleSubscribers.aMember(news.id(), "anna@club.example");
        var there = SampleSubscribers.aPerson("anna.new@club.example");
        subscribers.create(anna.at(there, new Move(anna.id(), clock.instant()), Optional.empty()));
        texts.replace(Optional.empty(), MemberText.remark(news.id(), anna.id(), "Pays in cash", clock.instant()));
        texts.replace(Optional.empty(),
                new MemberText(news.id(), there.id(), MemberText.Kind.NAME_BEFORE, "Ann", "Anna",
                        clock.instant().minus(MemberText.UNDO)));

        var file = PersonalFile.of(disclose.of(there.id(), clock.instant(), 10)).toString();

        assertTrue(file.contains("text=Pays in cash"), file);
        assertFalse(file.contains("text=Ann"), file);
    }
}
