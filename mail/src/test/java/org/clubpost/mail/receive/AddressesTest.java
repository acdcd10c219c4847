package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.GroupPosting;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.Shown;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which members a mail goes to, and what a mail to several addresses of a list does. */
final class AddressesTest {

    private static final MailKey KEY = MailKey.inbound(new ListId("news"), "8p0kbda0e13v");
    private static final GroupName BOARD = new GroupName("board");
    private static final GroupName STUDENTS = new GroupName("students");
    private static final String OWNER = "owner@club.example";
    /** What the envelope says when it names none of ours: as if SES had not recorded the recipient. */
    private static final String UNKNOWN = "x@y.example";

    private final World world = new World(list());

    private static MailingList list() {
        return SampleLists.aList().with(new Groups(List.of(BOARD, STUDENTS), List.of(),
                List.of(new GroupPosting(STUDENTS, GroupPosting.Who.GROUP))));
    }

    private static Set<GroupName> names(String groups) {
        return Stream.of(groups.split("\\+")).filter(name -> !name.isEmpty()).map(GroupName::new)
                .collect(Collectors.toSet());
    }

    private Fate receive(SampleMail mail) {
        world.store(KEY, mail);
        return ((Receive.Outcome.Taken) world.receive().receive(KEY)).fate();
    }

    private static SampleMail mail(String envelope, String to) {
        return SampleMail.from(OWNER).to(envelope).replacing("To", to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"news+board@lists.example.org | friend@example.net | board",
                    "news-board@lists.example.org | friend@example.net | board",
                    "news@lists.example.org | news-board@lists.example.org | ''",
                    "NEWS+BOARD@lists.example.org | news@lists.example.org | board",
                    "x@y.example | news+board@lists.example.org | board",
                    "x@y.example | news-board@lists.example.org, news+students@lists.example.org | board+students",
                    "x@y.example | news-board@lists.example.org, news@lists.example.org | ''"})
    void postIsForWhomItsAddressSays(String envelope, String to, String groups) {
        assertEquals(new Fate.Relayed(), receive(mail(envelope, to)));

        assertEquals(Audience.of(names(groups)), world.onlyPost().parties().audience());
    }

    @Test
    void copiesArePreparedForTheGroup() {
        receive(mail("news-board@lists.example.org", "friend@example.net"));

        assertEquals("prepared for news-board:",
                world.stored(world.onlyPost().id().preparedMail()).substring(0, 24));
    }

    /** Otherwise a letter to the board that names nobody might go to everyone. */
    @Test
    void mailOfWhichNobodyKnowsWhomItIsForGoesToNobodyAndItsAuthorIsTold() {
        assertEquals(new Fate.Rejected(Reason.of(Reason.Cause.AUDIENCE_UNKNOWN)),
                receive(mail(UNKNOWN, "f@example.net")));
    }

    /** Otherwise the owners' button would send a stranger's letter to the board to everyone. */
    @Test
    void noButtonSendsAMailOfWhichNobodyKnowsWhomItIsFor() {
        receive(SampleMail.from("stranger@example.net").to(UNKNOWN).replacing("To", "f@example.net"));

        assertInstanceOf(Moderate.Outcome.CannotBeSent.class, send());
        assertEquals(List.of(), world.queue().added());
    }

    /** An address of a group that was removed while the receipt rule still took it. */
    @Test
    void mailToAGroupThatIsGoneGoesToNobody() {
        world.change(SampleLists.aList());

        assertEquals(new Fate.Rejected(Reason.of(Reason.Cause.AUDIENCE_UNKNOWN)),
                receive(mail("news-board@lists.example.org", "news@lists.example.org")));
    }

    private Moderate.Outcome send() {
        var token = SampleLinks.token(world.notices().sent(OwnerNotice.PostHeld.class).getLast().send());
        return world.moderate().decide(token, "");
    }

    @Test
    void heldMailGoesToTheGroupThatItWasFor() {
        receive(SampleMail.from("stranger@example.net").to("news+board@lists.example.org")
                .replacing("To", "news+board@lists.example.org"));
        var held = world.notices().sent(OwnerNotice.PostHeld.class).getLast();
        world.change(list().with(list().groups().withNamed(List.of(STUDENTS))));

        send();

        assertEquals(Audience.of(Set.of(BOARD)), held.audience());
        assertEquals(Audience.of(Set.of(BOARD)), world.onlyPost().parties().audience());
        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
    }

    @Test
    void withoutGroupsSuchAMailIsForEveryone() {
        world.change(SampleLists.aList());

        assertEquals(new Fate.Relayed(), receive(mail(UNKNOWN, "f@example.net")));
    }

    @Test
    void listThatMustBeNamedIsNamedByAGroup() {
        world.change(list().with(list().posting().screening().withMustBeNamed(true)));

        assertEquals(new Fate.Relayed(),
                receive(mail("news+board@lists.example.org", "news+board@lists.example.org")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news+nobody@lists.example.org", "news-nobody@lists.example.org"})
    void groupThatIsNotThereIsNoAddressOfTheList(String to) {
        assertEquals(new Fate.Rejected(Reason.of(Reason.Cause.AUDIENCE_UNKNOWN)), receive(mail(to, to)));
    }

    @ParameterizedTest
    @CsvSource({"sam@example.net,news+students@lists.example.org,true",
            "anna@example.net,news+students@lists.example.org,false",
            "sam@example.net,news+board@lists.example.org,false", "sam@example.net,news@lists.example.org,false",
            "owner@club.example,news+students@lists.example.org,true"})
    void groupHasItsOwnRightToPost(String author, String to, boolean may) {
        world.join("anna@example.net");
        world.join("sam@example.net", STUDENTS);

        var fate = receive(SampleMail.from(author).to(to).replacing("To", to));

        assertEquals(may ? new Fate.Relayed() : new Fate.Held(Reason.of(Reason.Cause.MAY_NOT_POST)), fate);
    }

    /** Each group must allow it; otherwise a student would reach the board. */
    @Test
    void postToSeveralGroupsNeedsTheRightOfEach() {
        world.join("sam@example.net", STUDENTS);

        var fate = receive(SampleMail.from("sam@example.net").to(UNKNOWN)
                .replacing("To", "news+students@lists.example.org, news+board@lists.example.org"));

        assertEquals(new Fate.Held(Reason.of(Reason.Cause.MAY_NOT_POST)), fate);
    }

    @Test
    void sameMailToListAndGroupInTwoSessionsIsTwoPosts() {
        var other = MailKey.inbound(new ListId("news"), "9q1lceb1f24w");
        var both = "news@lists.example.org, news+board@lists.example.org";
        world.store(other, mail("news@lists.example.org", both));

        receive(mail("news+board@lists.example.org", both));

        assertEquals(new Fate.Relayed(), ((Receive.Outcome.Taken) world.receive().receive(other)).fate());
    }

    @Test
    void mailToListOwnerAndGroupDoesWhatEachAddressSays() {
        var fate = receive(mail(UNKNOWN,
                "news@lists.example.org, news-owner@lists.example.org, news+board@lists.example.org"));

        assertEquals(new Fate.Relayed(), fate);
        assertEquals(Audience.everyone(), world.onlyPost().parties().audience());
        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());

        world.receive().receive(KEY);

        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size(), "it came twice");
    }

    private Shown shown(SampleMail mail) {
        receive(mail.to("news-owner@lists.example.org"));
        return world.notices().sent(OwnerNotice.MailForOwners.class).getLast().mail().shown();
    }

    @Test
    void ownersAreShownTheMailAndAnswerItsWriter() {
        var shown = shown(SampleMail.from("author@club.example")
                .replacing("From", "Miller, =?utf-8?Q?J=C3=BCrgen?= <author@club.example>").body("May I\r\njoin?\r\n"));

        assertEquals("author@club.example", shown.writer().orElseThrow().address().written());
        assertTrue(shown.writer().orElseThrow().name().contains("J\u00fcrgen"), shown.writer().orElseThrow().name());
        assertTrue(shown.isProven());
        assertEquals("<1@club.example>", shown.messageId());
        assertEquals("May I\njoin?", shown.text());
        assertFalse(shown.isCut());
    }

    @Test
    void writerOfAMailToTheOwnersNeedNotBeProven() {
        var shown = shown(SampleMail.from("author@club.example").unproven().body("x ".repeat(5_000)));

        assertEquals("author@club.example", shown.writer().orElseThrow().address().written());
        assertFalse(shown.isProven());
        assertTrue(shown.isCut());
        assertTrue(shown.text().length() <= 3_000 && shown.text().length() > 2_500, shown.text());
    }

    @Test
    void mailToTheOwnersWithoutAWriterIsShownAsWell() {
        for (var from : List.of("nobody", "a@club.example, b@club.example", "")) {
            var shown = shown(SampleMail.from("author@club.example").replacing("From", from));

            assertEquals(Optional.empty(), shown.writer(), from);
            assertEquals("Hello!", shown.text());
        }
    }

    @Test
    void mailToOwnerAndGroupReachesBothAndNobodyElse() {
        receive(mail(UNKNOWN, "news-owner@lists.example.org, news+board@lists.example.org"));

        assertEquals(Audience.of(Set.of(BOARD)), world.onlyPost().parties().audience());
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
    }

    /** An answer to all of a mail that named the address for leaving is no wish to leave. */
    @Test
    void mailToListAndLeaveAddressIsPostedAndEndsNoMembership() {
        world.join(OWNER);

        var fate = receive(mail(UNKNOWN, "news@lists.example.org, news-leave@lists.example.org"));

        assertEquals(new Fate.Relayed(), fate);
        assertEquals(SubscriberStatus.CONFIRMED, world.status(OWNER));
    }

    /** What may not be posted still reaches the owners, because they were written to. */
    @Test
    void strangersMailToListAndOwnerIsHeldAndReachesTheOwners() {
        var fate = receive(SampleMail.from("stranger@example.net").to(UNKNOWN)
                .replacing("To", "news@lists.example.org, news-owner@lists.example.org"));

        assertEquals(new Fate.Held(Reason.of(Reason.Cause.MAY_NOT_POST)), fate);
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"news+board@lists.example.org", "news-board@lists.example.org"})
    void groupIsNoAuthor(String from) {
        var fate = receive(SampleMail.from(from).to("news@lists.example.org"));

        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.FROM_OURS)), fate);
    }

    /** Whatever call is the last one of a run, everybody is served in the end, and the owners at most once more. */
    @Test
    void runThatDiesAnywhereIsMadeUpFor() {
        var to = "news-owner@lists.example.org, news+board@lists.example.org";
        for (var calls = 1; calls < 40; calls++) {
            var other = new World(list());
            other.store(KEY, mail(UNKNOWN, to));
            try {
                other.dyingAfter(calls).receive(KEY);
            } catch (UnavailableException died) {
                // Another event makes up for it.
            }

            other.receive().receive(KEY);

            assertInstanceOf(PostState.Sending.class, other.onlyPost().state(), "died after " + calls);
            // What was counted before the death is gathered: it is an owner's own mail.
            other.clock().advance(Duration.ofDays(1));
            var told = other.notices().sent(OwnerNotice.MailForOwners.class).size() + other.tellGathered();
            assertEquals(true, told == 1 || told == 2, () -> "owners were told " + told + " times");
        }
    }

    @Test
    void addressesOfTheListAreRead() {
        assertEquals(List.of("news-board@lists.example.org"),
                list().addresses(Audience.of(Set.of(BOARD))).stream().map(EmailAddress::written).toList());
    }
}
