package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that go out later, and can be taken back. */
class WaitingTest {

    private static final MailKey KEY = MailKey.inbound(new ListId("news"), "8p0kbda0e13v");
    private static final SampleMail MAIL = SampleMail.from("owner@club.example");
    private static final MailingList UNDO = SampleLists.aList().with(new Dispatch(Duration.ofMinutes(5),
            QuietHours.NONE, Dispatch.Report.POSTER, true));

    private final World world = new World(SampleLists.aList());

    private void receive(SampleMail mail) {
        world.store(KEY, mail);
        world.receive().receive(KEY);
    }

    private String cancelToken() {
        var link = world.notices().sent(PostNotice.PostWaiting.class).getLast().cancel().toString();
        return link.substring(link.indexOf("token=") + 6);
    }

    @Test
    void aPostWaitsWhileItsAuthorCanTakeItBack() {
        world.change(UNDO);

        receive(MAIL);
        receive(MAIL);

        var waiting = assertInstanceOf(PostState.Waiting.class, world.onlyPost().state());
        assertEquals(PostState.Waiting.Why.UNDO, waiting.why());
        assertEquals(FixedClock.START.plusSeconds(300), waiting.until());
        assertEquals(1, world.notices().sent(PostNotice.PostWaiting.class).size());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void itsAuthorTakesItBackOnce() {
        world.change(UNDO);
        receive(MAIL);
        var token = cancelToken();

        assertEquals(new Moderate.Outcome.Open(UNDO, world.onlyPost(), Action.CANCEL), world.moderate().look(token));
        assertInstanceOf(PostState.Waiting.class, world.onlyPost().state());
        assertEquals(new Moderate.Outcome.TakenBack(UNDO), world.moderate().decide(token, ""));
        assertEquals(new Moderate.Outcome.Settled(UNDO), world.moderate().decide(token, ""));
        assertInstanceOf(PostState.Cancelled.class, world.onlyPost().state());
    }

    @Test
    void theLinkStopsWhatIsLeftOfAPostThatHasBegun() {
        world.change(UNDO);
        receive(MAIL);
        var token = cancelToken();
        var post = world.onlyPost();
        world.posts().replace(post,
                post.with(new PostState.Sending(post.id().preparedMail(), 1, FixedClock.START)));

        assertEquals(new Moderate.Outcome.Halted(UNDO, 0), world.moderate().decide(token, ""));
        assertInstanceOf(PostState.Cancelled.class, world.onlyPost().state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-07T08:00:00+01:00", "2026-03-07T07:00Z", "Sat, 7 Mar 2026 08:00:00 +0100 (CET)",
                    "7 Mar 2026 07:00 GMT"})
    void aPostGoesOutAtTheTimeThatItsAuthorChose(String time) {
        receive(MAIL.with("X-Clubpost-Send-At", time));

        var waiting = assertInstanceOf(PostState.Waiting.class, world.onlyPost().state());
        assertEquals(PostState.Waiting.Why.SEND_AT, waiting.why());
        assertEquals(Instant.parse("2026-03-07T07:00:00Z"), waiting.until());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-07T08:00:00", "2026-03-07 08:00", "Sat, 7 Mar 2026 08:00:00", "7 mar 2026 08:00",
                    "2026-03-06 23:00 America/Los_Angeles", "2026-03-07 07:00 UTC", "2026-03-07 08:00 +01:00",
                    "2026-03-07T08:00:00[europe/paris]"})
    void aTimeWithoutAZoneIsOneOfTheListsZone(String time) {
        world.change(SampleLists.aList().with(Dispatch.DEFAULT.withZone(ZoneId.of("Europe/Berlin"))));

        receive(MAIL.with("X-Clubpost-Send-At", time));

        var waiting = assertInstanceOf(PostState.Waiting.class, world.onlyPost().state());
        assertEquals(Instant.parse("2026-03-07T07:00:00Z"), waiting.until());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29 02:30, 2026-03-29T01:30:00Z", "2026-03-29 03:30, 2026-03-29T01:30:00Z"})
    void aTimeThatTheClocksPassOverIsTheOneThatTheyShowInstead(String time, Instant until) {
        world.change(SampleLists.aList().with(Dispatch.DEFAULT.withZone(ZoneId.of("Europe/Berlin"))));

        receive(MAIL.with("X-Clubpost-Send-At", time));

        assertEquals(until, assertInstanceOf(PostState.Waiting.class, world.onlyPost().state()).until());
    }

    private static MailingList without(String address) {
        var list = SampleLists.aList();
        return list.with(list.people().withOwners(List.of(EmailAddress.of("other@club.example")))
                .withPosters(People.without(list.people().posters(), EmailAddress.of(address))));
    }

    private void receiveForTomorrow() {
        receive(MAIL.with("X-Clubpost-Send-At", "2026-03-07T07:00Z"));
        assertInstanceOf(PostState.Waiting.class, world.onlyPost().state());
    }

    @Test
    void aPostOfSomebodyWhoWasTakenOffIsHeldWhenItsTimeComes() {
        receiveForTomorrow();
        world.change(without("owner@club.example"));
        assertEquals(0, world.supervise());
        world.clock().set(Instant.parse("2026-03-07T07:00:00Z"));

        assertEquals(1, world.supervise());

        var held = assertInstanceOf(PostState.Held.class, world.onlyPost().state());
        assertEquals(Reason.of(Reason.Cause.MAY_NOT_POST), held.reason());
        assertEquals(Instant.parse("2026-03-21T07:00:00Z"), held.until());
        assertEquals(List.of(EmailAddress.of("other@club.example")),
                world.notices().sent(OwnerNotice.PostHeld.class).stream().map(OwnerNotice.PostHeld::recipient)
                        .toList());
        assertEquals(0, world.supervise());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void theOthersCanSendItAllTheSame() {
        receiveForTomorrow();
        world.change(without("owner@club.example"));
        world.clock().set(Instant.parse("2026-03-07T07:00:00Z"));
        world.supervise();
        var send = world.notices().sent(OwnerNotice.PostHeld.class).getLast().send().toString();

        assertInstanceOf(Moderate.Outcome.Sent.class,
                world.moderate().decide(send.substring(send.indexOf("token=") + 6), ""));

        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
        world.supervise();
        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
    }

    @Test
    void aPostOfSomebodyWhoMayStillPostGoesOut() {
        receiveForTomorrow();
        var changed = without("owner@club.example");
        world.change(changed.with(changed.people().withPosters(List.of(EmailAddress.of("owner@club.example")))));
        world.clock().set(Instant.parse("2026-03-07T07:00:00Z"));

        assertEquals(1, world.supervise());

        assertEquals(1, world.queue().added().size());
        assertEquals(List.of(), world.notices().sent(OwnerNotice.PostHeld.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whoeverDiesWhileHoldingItIsFollowed(int calls) {
        receiveForTomorrow();
        world.change(without("owner@club.example"));
        world.clock().set(Instant.parse("2026-03-07T07:00:00Z"));
        try {
            world.superviseDyingAfter(calls);
        } catch (UnavailableException died) {
            assertEquals("died", died.getMessage());
        }

        world.supervise();
        world.supervise();

        assertTrue(assertInstanceOf(PostState.Held.class, world.onlyPost().state()).told());
        assertFalse(world.notices().sent(OwnerNotice.PostHeld.class).isEmpty());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void aTimeInThePastMeansNow() {
        receive(MAIL.with("X-Clubpost-Send-At", "2026-03-05T07:00Z"));

        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tomorrow", "2026-03-07", "08:00", "2026-03-07T25:00:00", "2026-03-07 08:00 Mars/Olympus",
                    "Sun, 7 Mar 2026 08:00:00", "2026-05-20T08:00:00Z", "2026-05-20 08:00", ""})
    void aTimeThatCannotBeKeptIsRejectedAndNotGuessed(String time) {
        receive(MAIL.with("X-Clubpost-Send-At", time));

        assertInstanceOf(PostState.Rejected.class, world.onlyPost().state());
        assertEquals(1, world.notices().sent(PostNotice.PostRejected.class).size());
    }
}
