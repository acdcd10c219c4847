package org.clubpost.mail.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveTest {

    private static final MailKey KEY = MailKey.inbound(new ListId("news"), "8p0kbda0e13v");
    private static final MailKey OTHER_KEY = MailKey.inbound(new ListId("news"), "9q1lceb1f24w");
    private static final SampleMail MAIL = SampleMail.from("owner@club.example");

    private final World world = new World(SampleLists.aList());

    @Test
    void aMailOfAnOwnerIsPreparedAndPlanned() {
        world.store(KEY, MAIL);

        var outcome = world.receive().receive(KEY);

        var id = PostId.of(FixedClock.START, KEY);
        assertEquals(new Receive.Outcome.Taken(KEY.inboundList().orElseThrow(), id, new Fate.Relayed(), ""), outcome);
        assertEquals(Optional.of(new Post(id, new ListId("news"), KEY,
                new Post.Headline("owner@club.example", "Summer party", MAIL.text().length()),
                new Post.Parties(Set.of(key("owner@club.example")), Set.of(key("news@lists.example.org")),
                        List.of(EmailAddress.of("owner@club.example"))),
                new PostState.Sending(id.preparedMail(), 1, FixedClock.START))), world.posts().find(id));
        assertEquals("prepared for news:" + MAIL.text(), world.stored(id.preparedMail()));
        assertEquals(
                List.of(new CollectingQueue.Message(new RangeRef(new ListId("news"), id, 0), java.time.Duration.ZERO)),
                world.queue().added());
    }

    @Test
    void anEventThatComesTwiceSendsNothingTwice() {
        world.store(KEY, MAIL);
        world.receive().receive(KEY);
        var before = world.stored(world.onlyPost().id().preparedMail());

        var second = world.receive().receive(KEY);

        assertEquals(new Fate.Resumed(), ((Receive.Outcome.Taken) second).fate());
        assertEquals(1, world.posts().of(new ListId("news")).count());
        assertEquals(before, world.stored(world.onlyPost().id().preparedMail()));
        assertEquals(1, world.ranges().of(world.onlyPost().id()).stream()
                .filter(range -> !range.ref().isSecondChances()).count());
    }

    @Test
    void theSameMailStoredTwiceIsDistributedOnceAndItsAuthorIsTold() {
        world.store(KEY, MAIL);
        world.store(OTHER_KEY, MAIL);

        var first = world.receive().receive(KEY);
        var second = world.receive().receive(OTHER_KEY);

        assertEquals(new Fate.Relayed(), ((Receive.Outcome.Taken) first).fate());
        assertInstanceOf(Fate.Rejected.class, ((Receive.Outcome.Taken) second).fate());
        assertEquals("repeated", ((Receive.Outcome.Taken) second).rule());
        assertEquals(1, world.notices().sent(PostNotice.PostRejected.class).size());
    }

    @Test
    void aMailThatSaysNothingOfItselfIsNewEachTime() {
        var anonymous = MAIL.without("Message-ID").without("Date");
        world.store(KEY, anonymous);
        world.store(OTHER_KEY, anonymous);

        assertEquals(new Fate.Relayed(), ((Receive.Outcome.Taken) world.receive().receive(KEY)).fate());
        assertEquals(new Fate.Relayed(), ((Receive.Outcome.Taken) world.receive().receive(OTHER_KEY)).fate());
    }

    @Test
    void aRejectedMailIsToldToItsAuthorOnce() {
        var list = SampleLists.aList();
        world.change(list.with(new Posting(PostingPolicy.POSTERS, 10)));
        world.store(KEY, MAIL);

        world.receive().receive(KEY);
        var second = world.receive().receive(KEY);

        assertEquals(new Fate.Settled(), ((Receive.Outcome.Taken) second).fate());
        assertEquals(List.of(EmailAddress.of("owner@club.example")),
                world.notices().sent(PostNotice.PostRejected.class).stream().map(PostNotice.PostRejected::recipient)
                        .toList());
        assertEquals(PostState.Rejected.class, world.onlyPost().state().getClass());
    }

    static java.util.stream.IntStream calls() {
        return java.util.stream.IntStream.rangeClosed(1, 16);
    }

    /** Whatever call of a port is the last one, the next event brings the same end. */
    @ParameterizedTest
    @MethodSource("calls")
    void aRunThatDiesAfterAnyCallIsTakenUpByTheNextEvent(int calls) {
        world.store(KEY, MAIL);
        var mortal = world.dyingAfter(calls);

        try {
            mortal.receive(KEY);
        } catch (UnavailableException died) {
            assertEquals("died", died.getMessage());
        }
        world.receive().receive(KEY);

        var id = PostId.of(FixedClock.START, KEY);
        assertEquals(new PostState.Sending(id.preparedMail(), 1, FixedClock.START), world.onlyPost().state());
        assertEquals("prepared for news:" + MAIL.text(), world.stored(id.preparedMail()));
        assertEquals(Optional.of(new RangeRef(new ListId("news"), id, 0)), world.queue().take());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRejectionThatDiesAfterAnyCallIsStillTold(int calls) {
        world.change(SampleLists.aList().with(new Posting(PostingPolicy.POSTERS, 10)));
        world.store(KEY, MAIL);
        var mortal = world.dyingAfter(calls);

        try {
            mortal.receive(KEY);
        } catch (UnavailableException died) {
            assertEquals("died", died.getMessage());
        }
        world.receive().receive(KEY);

        assertEquals(PostState.Rejected.class, world.onlyPost().state().getClass());
        assertEquals(1, world.notices().sent(PostNotice.PostRejected.class).stream().distinct().count());
    }

    @Test
    void aProviderThatTakesNoNoticeLeavesThePostToBeJudgedAgain() {
        world.change(SampleLists.aList().with(new Posting(PostingPolicy.POSTERS, 10)));
        world.store(KEY, MAIL);
        world.notices().takeOnly(_ -> false);

        assertThrows(UnavailableException.class, () -> world.receive().receive(KEY));

        assertEquals(new PostState.Received(), world.onlyPost().state());
    }

    @Test
    void theNoticeThatSesLeavesIsNoMail() {
        var key = new MailKey("inbound/news/AMAZON_SES_SETUP_NOTIFICATION");
        world.store(key, MAIL);

        assertEquals(new Receive.Outcome.NoMail(), world.receive().receive(key));
        assertEquals(List.of(), world.posts().of(new ListId("news")).toList());
    }

    @Test
    void whereNothingLiesThereIsNoMail() {
        assertEquals(new Receive.Outcome.NoMail(), world.receive().receive(KEY));
    }

    @Test
    void aMailForAListThatDoesNotExistIsKeptAndSaysSo() {
        var key = MailKey.inbound(new ListId("gone"), "1");
        world.store(key, MAIL);

        assertEquals(new Receive.Outcome.UnknownList(new ListId("gone")), world.receive().receive(key));
        assertEquals(List.of(new PostState.Discarded(Reason.of(Reason.Cause.NO_LIST))),
                world.posts().of(new ListId("gone")).map(Post::state).toList());
    }

    @Test
    void aProvenAuthorIsToldThatTheListWasDeleted() {
        world.delete(SampleLists.aList());
        world.store(KEY, MAIL);

        assertEquals(new Receive.Outcome.UnknownList(new ListId("news")), world.receive().receive(KEY));
        world.receive().receive(KEY);

        var told = world.notices().sent(PostNotice.PostRejected.class);
        assertEquals(List.of(Reason.of(Reason.Cause.LIST_DELETED)),
                told.stream().map(PostNotice.PostRejected::reason).toList());
        assertEquals(new PostState.Rejected(Reason.of(Reason.Cause.LIST_DELETED)), world.onlyPost().state());
    }

    @Test
    void nobodyElseHasAnAnswerFromADeletedList() {
        world.delete(SampleLists.aList());
        var number = 0;
        for (var mail : List.of(SampleMail.from("somebody@example.net").unproven(),
                SampleMail.from("owner@club.example").with("Auto-Submitted", "auto-replied"),
                SampleMail.from("owner@club.example").to("news-leave@lists.example.org"))) {
            number++;
            var key = MailKey.inbound(new ListId("news"), "deleted" + number);
            world.store(key, mail);
            world.receive().receive(key);
        }

        assertEquals(List.of(), world.notices().sent());
        assertEquals(3, world.posts().of(new ListId("news"))
                .filter(post -> post.state().equals(new PostState.Discarded(Reason.of(Reason.Cause.LIST_DELETED))))
                .count());
    }

    @Test
    void theAnswerOfADeletedListIsOnceADay() {
        world.delete(SampleLists.aList());
        for (var number = 0; number < 3; number++) {
            var key = MailKey.inbound(new ListId("news"), "again" + number);
            world.store(key, MAIL.with("X-Number", Integer.toString(number)));
            world.receive().receive(key);
        }

        assertEquals(1, world.notices().sent().size());
    }

    @Test
    void theMailtoLinkEndsTheMembership() {
        world.join("member@example.net");
        var mailto = world.links().leaveMail(SampleLists.aList(),
                SampleSubscribers.IDS.of(EmailAddress.of("member@example.net")));
        var subject = mailto.toString().substring(mailto.toString().indexOf('=') + 1).replace("%20", " ");
        world.store(KEY, SampleMail.from("somebody@example.net").unproven().to("news-leave@lists.example.org")
                .replacing("Subject", subject));

        assertEquals(new Fate.Left(), ((Receive.Outcome.Taken) world.receive().receive(KEY)).fate());
        assertEquals(SubscriberStatus.LEFT, world.status("member@example.net"));
        assertEquals(List.of(), world.notices().sent());
    }

    @Test
    void aMemberWhoIsProvenLeavesByAnyMailToThatAddress() {
        world.join("member@example.net");
        world.store(KEY, SampleMail.from("member@example.net").to("news-leave@lists.example.org"));

        world.receive().receive(KEY);

        assertEquals(SubscriberStatus.LEFT, world.status("member@example.net"));
    }

    @Test
    void aForgedMailToThatAddressEndsNothing() {
        world.join("member@example.net");
        world.store(KEY, SampleMail.from("member@example.net").unproven().to("news-leave@lists.example.org"));

        world.receive().receive(KEY);

        assertEquals(SubscriberStatus.CONFIRMED, world.status("member@example.net"));
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.LEAVE_UNPROVEN)), world.onlyPost().state());
    }

    private static SampleMail unprovenLeave(String from) {
        return SampleMail.from(from).unproven().to("news-leave@lists.example.org")
                .replacing("Subject", "Buy my watches https://watches.example");
    }

    @Test
    void whoIsNamedInAForgedMailToThatAddressGetsTheLinkToLeave() {
        world.join("member@example.net");
        world.store(KEY, unprovenLeave("member@example.net"));

        world.receive().receive(KEY);
        world.receive().receive(KEY);

        var member = EmailAddress.of("member@example.net");
        var list = SampleLists.aList();
        assertEquals(List.of(new MemberNotice.LeaveOffer(list, member, java.util.Locale.ENGLISH,
                world.links().leavePage(list.id(), SampleSubscribers.IDS.of(member)))), world.notices().sent(),
                "once, although the event came twice, and with nothing of that mail");
    }

    @Test
    void aFloodOfForgedMailsToThatAddressIsThreeMailsInThirtyDays() {
        world.join("member@example.net");
        for (var i = 0; i < 30; i++) {
            world.clock().advance(Duration.ofMinutes(40));
            var key = MailKey.inbound(new ListId("news"), "flood" + i);
            world.store(key, unprovenLeave("member@example.net"));
            world.receive().receive(key);
        }

        assertEquals(3, world.notices().sent().size());
    }

    @Test
    void whoIsNoMemberIsNeverWrittenToForAForgedMailToThatAddress() {
        world.store(KEY, unprovenLeave("stranger@example.net"));
        var nobody = MailKey.inbound(new ListId("news"), "nobody");
        world.store(nobody, unprovenLeave("stranger@example.net").replacing("From", "nobody at all"));

        world.receive().receive(KEY);
        world.receive().receive(nobody);

        assertEquals(List.of(), world.notices().sent());
    }

    @Test
    void aMailThatNamesNobodyIsTheEnvelopeSenders() {
        world.join("member@example.net");
        world.store(KEY, unprovenLeave("member@example.net").replacing("From", "nobody at all"));

        world.receive().receive(KEY);

        assertEquals(1, world.notices().sent(MemberNotice.LeaveOffer.class).size());
    }

    private static SampleMail request(String from) {
        return SampleMail.from(from).replacing("Subject", "Re: [news] Summer party")
                .body("unsubscribe\r\n\r\nOn Friday Bob wrote:\r\n> see you\r\n");
    }

    @Test
    void aRequestThatWasPostedGetsItsWriterTheLinkToLeaveAndGoesToNobody() {
        world.join("member@example.net");
        world.store(KEY, request("member@example.net"));

        world.receive().receive(KEY);
        world.receive().receive(KEY);

        assertEquals(SubscriberStatus.CONFIRMED, world.status("member@example.net"));
        assertEquals(List.of(EmailAddress.of("member@example.net")),
                world.notices().sent(MemberNotice.LeaveOffer.class).stream().map(MemberNotice.LeaveOffer::recipient)
                        .toList());
        assertEquals(1, world.notices().sent().size());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void whoAsksForItMoreOftenThanWeMayOfferIsToldHow() {
        world.join("member@example.net");
        for (var i = 0; i < 5; i++) {
            world.clock().advance(Duration.ofHours(3));
            var key = MailKey.inbound(new ListId("news"), "again" + i);
            world.store(key, request("member@example.net"));
            world.receive().receive(key);
        }

        assertEquals(3, world.notices().sent(MemberNotice.LeaveOffer.class).size());
        assertEquals(List.of(Reason.of(Reason.Cause.COMMAND, "news-leave@lists.example.org")),
                world.notices().sent(PostNotice.PostRejected.class).stream().map(PostNotice.PostRejected::reason)
                        .toList());
    }

    @Test
    void aProvenWriterWhoIsNotOnTheListIsToldSoOnceADay() {
        var other = MailKey.inbound(new ListId("news"), "other");
        world.store(KEY, request("stranger@example.net"));
        world.store(other, SampleMail.from("stranger@example.net").to("news-leave@lists.example.org"));

        var first = world.receive().receive(KEY);
        world.receive().receive(other);

        var reason = Reason.of(Reason.Cause.NOT_ON_LIST, "stranger@example.net");
        assertEquals(new Fate.Rejected(reason), ((Receive.Outcome.Taken) first).fate());
        assertEquals(List.of(reason),
                world.notices().sent().stream().map(PostNotice.PostRejected.class::cast)
                        .map(PostNotice.PostRejected::reason)
                        .toList());
    }

    @Test
    void whoLeftIsNotToldSoByTheSameMailTakenInOnceMore() {
        world.join("member@example.net");
        var other = MailKey.inbound(new ListId("news"), "other");
        world.store(KEY, SampleMail.from("member@example.net").to("news-leave@lists.example.org"));
        world.store(other, SampleMail.from("member@example.net").to("news-leave@lists.example.org"));

        world.receive().receive(KEY);
        world.receive().receive(other);

        assertEquals(List.of(), world.notices().sent(PostNotice.PostRejected.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proven", "claimed", "nobody"})
    void whoseTokenBrokeOnItsWayIsLedToLeave(String sender) {
        world.join("member@example.net");
        var mail = SampleMail.from("member@example.net").to("news-leave@lists.example.org").replacing("Subject",
                "leave " + "A".repeat(60));
        world.store(KEY, switch (sender) {
            case "proven" -> mail;
            case "claimed" -> mail.unproven();
            default -> mail.replacing("From", "nobody at all");
        });

        world.receive().receive(KEY);

        assertEquals(SubscriberStatus.CONFIRMED, world.status("member@example.net"));
        assertEquals(sender.equals("nobody") ? 0 : 1, world.notices().sent(MemberNotice.LeaveOffer.class).size());
    }

    @Test
    void anAnswerToAnInvitationIsToldToItsAuthorOnceAndWaitsForNobody() {
        var answer = SampleMail.from("owner@club.example").with("Content-Type", "text/calendar; method=REPLY")
                .body("BEGIN:VCALENDAR\r\n");
        world.store(KEY, answer);
        world.store(OTHER_KEY, answer.replacing("Message-ID", "<2@club.example>"));

        world.receive().receive(KEY);
        var second = world.receive().receive(OTHER_KEY);

        var reason = Reason.of(Reason.Cause.CALENDAR_ANSWER);
        assertEquals(List.of(reason),
                world.notices().sent(PostNotice.PostRejected.class).stream().map(PostNotice.PostRejected::reason)
                        .toList());
        assertEquals(new Fate.Discarded(reason), ((Receive.Outcome.Taken) second).fate());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void offerToLeaveIsNotLostWhenTheProcessDies(int calls) {
        world.join("member@example.net");
        world.store(KEY, unprovenLeave("member@example.net"));

        try {
            world.dyingAfter(calls).receive(KEY);
        } catch (UnavailableException died) {
            assertEquals("died", died.getMessage());
        }
        world.receive().receive(KEY);

        var sent = world.notices().sent(MemberNotice.LeaveOffer.class);
        assertEquals(1, sent.stream().distinct().count());
        assertTrue(sent.size() <= 2, "at worst it is sent twice");
    }

    @Test
    void theReasonIsKeptWithoutALanguage() {
        var list = SampleLists.aList();
        world.change(list.with(new Profile("Nachrichten", "", java.util.Locale.GERMANY)));
        world.store(KEY, MAIL.with("Auto-Submitted", "auto-replied"));

        world.receive().receive(KEY);

        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.AUTOMATIC)),
                world.onlyPost().state());
    }

    @Test
    void brokenBytesAreJudgedLikeAnyOtherMail() {
        var octets = new byte[]{0, (byte) 0xff, '\n', ':', '\r', '\r', (byte) 0x80};
        world.mails().put(KEY, MailContent.of(octets));

        assertInstanceOf(Fate.Held.class, ((Receive.Outcome.Taken) world.receive().receive(KEY)).fate());
        assertEquals(new String(octets, ISO_8859_1), world.stored(KEY));
    }

    private static SubscriberId key(String address) {
        return SampleSubscribers.IDS.of(EmailAddress.of(address));
    }
}
