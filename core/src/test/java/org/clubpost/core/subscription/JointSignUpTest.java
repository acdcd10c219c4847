package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.Life;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.ConfirmJoint.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several lists with one confirmation. */
final class JointSignUpTest {

    private final SignUps service = new SignUps();
    private final MailingList news = service.news;
    private final MailingList chess = list("chess");
    private final MailingList go = list("go");

    private MailingList list(String name) {
        var list = SampleLists.aList(new ListId(name));
        service.lists.create(list);
        return list;
    }

    private Subscribe.Outcome ask(MailingList... lists) {
        return service.subscribe.request(new SignUp(List.of(lists).stream().map(MailingList::id).toList(), ANNA,
                new PersonName("Anna"), news.profile().language(), "/", "cd".repeat(32), service.origin()));
    }

    /** The token of the mail that answers what was asked for. */
    private JointToken answer() {
        service.desk.answers.tend();
        return token(mails().getLast());
    }

    private static JointToken token(JoinNotice.JointConfirmationRequest mail) {
        return JointToken.parse(SampleLinks.token(mail.confirm())).orElseThrow();
    }

    private List<JoinNotice.JointConfirmationRequest> mails() {
        return service.notices.sent(JoinNotice.JointConfirmationRequest.class);
    }

    private ConfirmJoint.State joined(ConfirmJoint.Outcome outcome) {
        return assertInstanceOf(Outcome.Joined.class, outcome).state();
    }

    private Subscriber on(MailingList list) {
        return service.find(list.id(), ANNA);
    }

    @Test
    void oneMailWithOneLinkAndOneButtonIsEnoughForAll() {
        assertEquals(Subscribe.Outcome.ACCEPTED, ask(news, go, chess));
        var token = answer();

        assertEquals(1, service.notices.sent().size());
        assertEquals(List.of(chess, go, news), mails().getFirst().lists());
        assertEquals(List.of(chess, go, news),
                assertInstanceOf(Outcome.Open.class, service.confirmJoint.look(token, service.clock.instant()))
                        .state().open());
        assertEquals(List.of(chess, go, news), joined(service.confirmJoint.confirm(token, service.origin())).members());
        for (var list : List.of(news, go, chess)) {
            var consent = assertInstanceOf(Consent.DoubleOptIn.class,
                    assertInstanceOf(Subscriber.Confirmed.class, on(list)).consent());
            assertEquals("cd".repeat(32), consent.wording());
            assertEquals(token.digest(), consent.link());
        }
        assertEquals(3, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void recordHasTheWordsOfTheMail() {
        service.stored.create(SampleSubscribers.aMember(chess.id(), ANNA.written()));
        ask(news, chess, go);
        service.confirmJoint.confirm(answer(), service.origin());

        var words = service.notices.words(mails().getFirst()).orElseThrow();
        assertEquals("Join [go, news]? Not [chess]", words.words());
        for (var list : List.of(news, go)) {
            var consent = assertInstanceOf(Consent.DoubleOptIn.class,
                    assertInstanceOf(Subscriber.Confirmed.class, on(list)).consent());
            assertEquals(words.digest(), consent.mail());
        }
        assertEquals(words.words(), service.desk.wordings.find(words.digest()).orElseThrow());
    }

    @Test
    void secondPressSaysWhatTheFirstDid() {
        ask(news, chess);
        var token = answer();
        service.confirmJoint.confirm(token, service.origin());
        var sent = service.notices.sent().size();

        var again = assertInstanceOf(Outcome.Joined.class, service.confirmJoint.confirm(token, service.origin()));

        assertFalse(again.isNew());
        assertEquals(List.of(chess, news), again.state().members());
        assertEquals(sent, service.notices.sent().size());
        assertEquals(new Outcome.Joined(again.state(), List.of()),
                service.confirmJoint.look(token, service.clock.instant()));
        assertEquals(new Outcome.Joined(again.state(), List.of()),
                service.confirmJoint.withdraw(token, service.clock.instant()));
    }

    @Test
    void whoBecomesAMemberOfAllAtThatVeryMomentIsAskedNothing() {
        ask(news, chess);
        service.subscribers.beforeTheNextChange(() -> Stream.of(news, chess)
                .forEach(list -> service.stored.create(SampleSubscribers.aMember(list.id(), ANNA.written()))));

        service.desk.answers.tend();

        assertEquals(List.of(), service.notices.sent());
        assertInstanceOf(Subscriber.Confirmed.class, on(chess));
    }

    @Test
    void whoIsAMemberOfSomeIsAskedForTheOthersOnly() {
        service.stored.create(SampleSubscribers.aMember(chess.id(), ANNA.written()));
        var before = on(chess);
        ask(news, chess, go);
        var token = answer();

        assertEquals(List.of(go, news), mails().getFirst().lists());
        assertEquals(List.of(chess), mails().getFirst().others());
        assertEquals(List.of(go, news), joined(service.confirmJoint.confirm(token, service.origin())).members());
        assertEquals(before, on(chess));
    }

    @Test
    void memberOfAllIsToldSoInOneMail() {
        service.stored.create(SampleSubscribers.aMember(chess.id(), ANNA.written()));
        service.stored.create(SampleSubscribers.aMember(news.id(), ANNA.written()));
        ask(news, chess);
        service.desk.answers.tend();

        assertEquals(List.of(new JoinNotice.AlreadyMemberOfAll(List.of(chess, news), ANNA, news.profile().language())),
                service.notices.sent());
    }

    @Test
    void whoeverIsNotWrittenToAnyMoreCanSignUpAgain() {
        service.stored.create(SampleSubscribers.aSuppressed(chess.id(), ANNA.written()));
        service.stored.create(SampleSubscribers.aSuppressed(news.id(), ANNA.written()));
        ask(news, chess);
        service.desk.answers.tend();

        assertInstanceOf(JoinNotice.JointConfirmationRequest.class, service.notices.sent().getFirst());
    }

    @Test
    void mailCountsOnceAndNoMoreWhenItIsAnswered() {
        for (var i = 0; i < 5; i++) {
            ask(news, chess, go);
            service.desk.answers.tend();
            service.gapPasses();
        }
        assertEquals(3, mails().size(), "as many as for one list");
        service.confirmJoint.confirm(token(mails().getLast()), service.origin());

        ask(news, chess);
        service.gapPasses();
        service.desk.answers.tend();
        assertEquals(1, service.notices.sent(JoinNotice.AlreadyMemberOfAll.class).size());
    }

    @Test
    void earlierRequestForOneListSwallowsNoneForSeveral() {
        service.subscribe.request(service.signUp(ANNA));
        ask(news, chess);
        service.gapPasses();
        service.desk.answers.tend();
        service.gapPasses();
        service.desk.answers.tend();

        assertEquals(1, service.notices.sent(JoinNotice.ConfirmationRequest.class).size());
        assertEquals(1, mails().size());
        assertEquals(2, joined(service.confirmJoint.confirm(token(mails().getFirst()), service.origin())).members()
                .size());
    }

    @Test
    void listThatGoesInBetweenKeepsNoOtherBack() {
        ask(news, chess, go);
        service.lists.remove(go.id());
        var token = answer();
        assertEquals(List.of(chess, news), mails().getFirst().lists());
        service.lists.remove(chess.id());

        assertEquals(List.of(news), joined(service.confirmJoint.confirm(token, service.origin())).members());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "4,false", "4,true", "6,false", "6,true", "8,true", "9,true", "10,false", "10,true",
            "12,true", "14,false", "16,true", "20,true"})
    void whoDiesHalfWayLeavesTheRestToTheNextPress(int call, boolean lastHasItsEffect) {
        ask(news, chess, go);
        var token = answer();
        var life = new Life(call, lastHasItsEffect);
        var mortal = new Confirm(service.lists, life.of(Subscribers.class, service.stored),
                life.of(Notices.class, service.notices), service.owners, SampleLinks.LINKS, service.desk.share).joint();
        try {
            mortal.confirm(token, service.origin());
        } catch (Life.Ended died) {
            assertEquals("killed", died.getMessage());
        }
        service.clock.advance(Duration.ofSeconds(61));

        assertEquals(3, joined(service.confirmJoint.confirm(token, service.origin())).members().size());
        assertEquals(3, service.notices.sent(JoinNotice.Welcome.class).stream().distinct().count());
        for (var list : List.of(news, go, chess)) {
            assertTrue(on(list) instanceof Subscriber.Confirmed member && member.greeted());
        }
    }

    @Test
    void someoneQuickerConfirmsOneOfThem() {
        ask(news, chess);
        var token = answer();
        service.subscribers.beforeTheNextChange(() -> new Confirm(service.lists, service.stored, service.notices,
                service.owners, SampleLinks.LINKS, service.desk.share).joint().confirm(token, service.origin()));

        assertEquals(2, joined(service.confirmJoint.confirm(token, service.origin())).members().size());
        assertEquals(2, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void withdrawnRequestsAreGoneAndWhatWasBeforeStays() {
        service.stored.create(SampleSubscribers.aFormerMember(chess.id(), ANNA.written()));
        var before = on(chess);
        ask(news, chess);
        var token = answer();

        assertInstanceOf(Outcome.Withdrawn.class, service.confirmJoint.withdraw(token, service.clock.instant()));
        assertInstanceOf(Outcome.Gone.class, service.confirmJoint.withdraw(token, service.clock.instant()));
        assertInstanceOf(Outcome.Gone.class, service.confirmJoint.confirm(token, service.origin()));
        assertEquals(before, on(chess));
        assertFalse(service.isKnown(ANNA));
    }

    @Test
    void linkEndsForEachListAtItsOwnTime() {
        service.lists.replace(chess, chess.with(chess.signUp().withConfirmWithin(Duration.ofHours(1))));
        ask(news, chess);
        var token = answer();
        assertEquals(Duration.ofHours(1), mails().getFirst().within());
        service.clock.advance(Duration.ofHours(2));

        assertEquals(List.of(news), joined(service.confirmJoint.confirm(token, service.origin())).members());
    }

    @Test
    void requestForLeavesOutWhatIsClosedAndIsRefusedWhenNothingIsLeft() {
        service.lists.replace(chess, chess.with(chess.signUp().withOpen(false)));
        assertEquals(Subscribe.Outcome.ACCEPTED, ask(news, chess, go));
        answer();
        assertEquals(List.of(go, news), mails().getFirst().lists());

        service.lists.replace(go, go.with(go.signUp().withOpen(false)));
        assertEquals(Subscribe.Outcome.CLOSED, ask(chess, go));
        service.lists.remove(chess.id());
        service.lists.remove(go.id());
        assertEquals(Subscribe.Outcome.UNKNOWN_LIST, ask(chess, go));
    }

    @Test
    void addressThatOneOfThemDoesNotTakeIsRefusedBeforeAnythingIsKept() {
        service.lists.replace(chess, chess.with(chess.signUp().withDomains(
                List.of(new DomainPattern("club.example")))));

        assertEquals(Subscribe.Outcome.OTHER_DOMAIN, ask(news, chess));
        service.desk.answers.tend();
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void fortyListsAreOneMail() {
        var forty = new ArrayList<MailingList>();
        IntStream.range(0, 40).forEach(number -> forty.add(list("list-%02d-with-quite-a-long-name".formatted(number))));
        ask(forty.toArray(MailingList[]::new));
        var token = answer();

        assertEquals(1, service.notices.sent().size());
        assertTrue(mails().getFirst().confirm().toString().length() < 120);
        assertEquals(forty, joined(service.confirmJoint.confirm(token, service.origin())).members());
    }

    @Test
    void ownersDecideOnThoseListsThatSaySo() {
        service.lists.replace(chess, chess.with(chess.signUp().with(Admission.APPROVAL)));
        ask(news, chess);
        var token = answer();

        var state = joined(service.confirmJoint.confirm(token, service.origin()));
        assertEquals(List.of(news), state.members());
        assertEquals(List.of("chess"), state.waiting().stream().map(list -> list.id().value()).toList());
        assertInstanceOf(Subscriber.Applied.class, on(chess));
        assertEquals(state, joined(service.confirmJoint.confirm(token, service.origin())));

        service.gapPasses();
        ask(news, chess);
        service.desk.answers.tend();
        assertEquals(2, service.notices.sent(JoinNotice.AlreadyMemberOfAll.class).getFirst().lists().size());
    }

    @Test
    void strangersTokenIsGoodForNothing() {
        ask(news, chess);
        var token = answer();
        var forged = new JointToken(token.subscriber(), "00".repeat(16));

        assertInstanceOf(Outcome.Gone.class, service.confirmJoint.look(forged, service.clock.instant()));
        assertInstanceOf(Outcome.Gone.class, service.confirmJoint.confirm(forged, service.origin()));
    }

    @Test
    void capOfTheFirstListHolds() {
        service.lists.replace(chess, chess.with(chess.signUp().withCap(0)));
        ask(news, chess);
        service.desk.answers.run();

        assertEquals(List.of(), mails());
        assertEquals(1, service.desk.requests.inLine().size());
    }

    @Test
    void nobodyJoinsNothing() {
        assertThrows(IllegalArgumentException.class, this::ask);
    }

    @Test
    void offeredAreTheListsThatAreOpenAndListed() {
        service.lists.replace(chess, chess.with(chess.signUp().withListed(false)));
        service.lists.replace(go, go.with(go.signUp().withOpen(false)));

        assertEquals(List.of(news), service.subscribe.offered());
    }

    private Outcome look(JointToken token) {
        return service.confirmJoint.look(token, service.clock.instant());
    }

    @Test
    void lookSaysHowEachListStands() {
        service.lists.replace(chess, chess.with(chess.signUp().with(Admission.APPROVAL)));
        service.lists.replace(go, go.with(go.signUp().withConfirmWithin(Duration.ofHours(1))));
        ask(news, chess, go);
        var token = answer();
        var open = assertInstanceOf(Outcome.Open.class, look(token));
        assertEquals(List.of("chess", "go", "news"), open.state().open().stream().map(list -> list.id().value())
                .toList());
        service.clock.advance(Duration.ofHours(2));
        assertEquals(2, assertInstanceOf(Outcome.Open.class, look(token)).state().open().size());

        service.confirmJoint.confirm(token, service.origin());

        var joined = assertInstanceOf(Outcome.Joined.class, look(token));
        assertFalse(joined.isNew(), "looking confirms nothing");
        assertEquals(List.of(news), joined.state().members());
        assertEquals(List.of("chess"), joined.state().waiting().stream().map(list -> list.id().value()).toList());
    }

    @Test
    void whoWaitsOnlyHasJoinedNothingYet() {
        service.lists.replace(chess, chess.with(chess.signUp().with(Admission.APPROVAL)));
        service.lists.replace(go, go.with(go.signUp().with(Admission.APPROVAL)));
        ask(chess, go);
        var token = answer();
        var first = assertInstanceOf(Outcome.Joined.class, service.confirmJoint.confirm(token, service.origin()));

        assertTrue(first.isNew());
        assertEquals(List.of(), first.state().members());
        assertEquals(2, joined(look(token)).waiting().size());
    }

    @Test
    void linkWhoseTimeIsOverOffersAFreshOneForAllItsLists() {
        ask(news, chess);
        var token = answer();
        service.clock.advance(Duration.ofDays(4));

        assertEquals(2, assertInstanceOf(Outcome.Expired.class, look(token)).lists().size());
    }

    @Test
    void whoConfirmsWhileTheyWithdrawStaysWhereTheyConfirmed() {
        ask(news, chess);
        var token = answer();
        service.subscribers.beforeTheNextChange(() -> new Confirm(service.lists, service.stored, service.notices,
                service.owners, SampleLinks.LINKS, service.desk.share).joint().confirm(token, service.origin()));

        assertEquals(2, joined(service.confirmJoint.withdraw(token, service.clock.instant())).members().size());
    }
}
