package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get done by mail: joining, confirming, leaving, help; and what programs do not get done. */
final class CommandsByMailTest {

    private static final String ANNA = "anna@example.net";
    private static final String DOMAIN = "@lists.example.org";

    private final World world = new World(SampleLists.aList());
    private int mails;

    private MailKey store(SampleMail mail) {
        var key = MailKey.inbound(new ListId("news"), "mail" + mails++);
        world.store(key, mail);
        return key;
    }

    private Fate receive(SampleMail mail) {
        return fate(world.receive().receive(store(mail)));
    }

    private static Fate fate(Receive.Outcome outcome) {
        return ((Receive.Outcome.Taken) outcome).fate();
    }

    private static SampleMail mail(String local) {
        return mail(ANNA, local);
    }

    private static SampleMail mail(String from, String local) {
        return SampleMail.from(from).to(local + DOMAIN).replacing("To", local + DOMAIN).replacing("Subject", "Hello");
    }

    private List<JoinNotice.ConfirmationRequest> asked() {
        world.answerSignUps();
        return world.notices().sent(JoinNotice.ConfirmationRequest.class);
    }

    private static Fate served(Reason.Cause cause) {
        return new Fate.Served(Reason.of(cause));
    }

    /** The local part of the address to which the last mail that asks to confirm is answered. */
    private String join() {
        receive(mail("news-join"));
        return asked().getLast().answer().orElseThrow().localPart();
    }

    private Optional<SubscriberStatus> status() {
        return world.find(ANNA).map(SubscriberStatus::of);
    }

    // ---- Joining

    @ParameterizedTest
    @ValueSource(strings = {"news-join", "NEWS-Join", "news+join", "news-subscribe", "news+subscribe"})
    void whoeverWritesToTheAddressForJoiningGetsTheMailThatAsksToConfirm(String local) {
        assertEquals(served(Reason.Cause.JOIN), receive(mail(local)));

        assertEquals(List.of(EmailAddress.of(ANNA)),
                asked().stream().map(JoinNotice.ConfirmationRequest::recipient).toList());
        assertEquals(Optional.of(SubscriberStatus.PENDING), status());
    }

    /** It is what anybody could cause at the form. */
    @Test
    void joiningNeedsNoProof() {
        assertEquals(served(Reason.Cause.JOIN), receive(mail("news-join").unproven()));

        assertEquals(1, asked().size());
    }

    @ParameterizedTest
    @CsvSource({"subscribe,x", "Re: Join,x", "join news,x", "'',Subscribe please", "(no subject),join"})
    void wordInSubjectOrFirstLineIsEnoughAtTheAddressForRequests(String subject, String line) {
        assertEquals(served(Reason.Cause.JOIN), receive(mail("news-request").replacing("Subject", subject)
                .body("\r\n" + line + "\r\nunsubscribe\r\n")));
    }

    @Test
    void requestHasTheNameAndTheLanguageOfTheMail() {
        receive(mail("news-join").replacing("From", "Anna Miller <" + ANNA + ">").with("Content-Language", "de-DE"));
        asked();

        var pending = assertInstanceOf(Subscriber.Pending.class, world.find(ANNA).orElseThrow());
        assertEquals("Anna Miller", pending.person().name().text());
        assertEquals(Locale.GERMAN, pending.person().language());
        assertEquals("mailto:news-join@lists.example.org", pending.form());
        assertEquals("192.0.2.1", pending.requested().sourceAddress());
        assertEquals("by mail: Hello", pending.requested().userAgent());
    }

    /** Three in 30 days, as by the form. */
    @Test
    void forgedRequestsFloodNobody() {
        for (var time = 0; time < 12; time++) {
            receive(mail("news-join").unproven());
            asked();
            world.clock().advance(Duration.ofHours(2));
        }

        assertEquals(3, asked().size());
    }

    @Test
    void closedListTellsWhoIsProven() {
        world.change(SampleLists.aList().with(SampleLists.aList().signUp().withOpen(false)));
        var reason = Reason.of(Reason.Cause.JOIN_CLOSED, "news-owner@lists.example.org");

        assertEquals(new Fate.Rejected(reason), receive(mail("news-join")));
        assertEquals(new Fate.Discarded(reason), receive(mail("news-join")));
        assertEquals(new Fate.Discarded(reason), receive(mail("eva@example.net", "news-join").unproven()));

        assertEquals(List.of(reason), world.notices().sent(PostNotice.PostRejected.class).stream()
                .map(PostNotice.PostRejected::reason).toList());
        assertEquals(List.of(), asked());
    }

    @Test
    void otherDomainIsToldWhichOnesMayJoin() {
        world.change(SampleLists.aList().with(SampleLists.aList().signUp()
                .withDomains(List.of(new DomainPattern("club.example"), new DomainPattern("*.club.example")))));

        assertEquals(new Fate.Rejected(Reason.of(Reason.Cause.JOIN_OTHER_DOMAIN, "club.example, *.club.example")),
                receive(mail("news-join")));
    }

    @Test
    void tooManyFromOneHostAreTold() {
        IntStream.range(0, 20).forEach(number -> receive(mail("a" + number + "@example.net", "news-join").unproven()));

        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.JOIN_TOO_MANY)),
                receive(mail("news-join").unproven()));
        assertEquals(served(Reason.Cause.JOIN), receive(mail("news-join")), "who is proven is no robot");
    }

    @Test
    void memberIsToldThatNothingNeedsDoing() {
        world.join(ANNA);
        receive(mail("news-join"));
        world.answerSignUps();

        assertEquals(1, world.notices().sent(JoinNotice.AlreadyMember.class).size());
    }

    @Test
    void programJoinsNothing() {
        for (var mail : List.of(mail("news-join").with("Precedence", "bulk"),
                mail("news-join").with("Auto-Submitted", "auto-replied"), mail("news-join").envelope(""),
                mail("news-join").with("List-Id", "<other.example>"), mail("news-join").replacing("From", "x")
                        .envelope("not an address"))) {
            assertInstanceOf(Fate.Discarded.class, receive(mail));
        }
        assertEquals(List.of(), asked());
    }

    /** Nobody gets it, so it must not be said that a person looks at it. */
    @ParameterizedTest
    @ValueSource(strings = {"news-join", "news-help", "news-confirm"})
    void whatAProgramWroteIsSaidToBeJustThat(String local) {
        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.AUTOMATIC)),
                receive(mail(local).with("List-Id", "<other.example>")));
    }

    @Test
    void sameMailTwiceIsOneRequest() {
        var mail = mail("news-join");
        receive(mail);
        receive(mail);
        var key = store(mail);
        world.receive().receive(key);
        world.receive().receive(key);

        assertEquals(1, asked().size());
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, 14);
    }

    /** Whatever call of a port is the last one, the next event brings the same end, and one mail. */
    @ParameterizedTest
    @MethodSource("calls")
    void runThatDiesIsMadeUpFor(int calls) {
        var key = store(mail("news-join"));
        dying(calls, key);
        world.receive().receive(key);

        assertEquals(1, asked().size());
        assertTrue(world.onlyPost().state() instanceof PostState.Discarded);
    }

    private void dying(int calls, MailKey key) {
        try {
            world.dyingAfter(calls).receive(key);
        } catch (UnavailableException died) {
            assertEquals("died", died.getMessage());
        }
    }

    // ---- Confirming

    private static SampleMail answer(String local, String body) {
        return mail(local).replacing("Subject", "Re: Please confirm").with("In-Reply-To", "<2@lists.example.org>")
                .body(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Yes\r\n\r\nOn Friday News wrote:\r\n> Please confirm\r\n", "\r\n", "Ja, bitte!\r\n",
                    "> Please confirm\r\n> Thanks\r\n", "Hello,\r\n\r\nI confirm.\r\n\r\nBest regards\r\nAnna\r\n"})
    void answerConfirms(String body) {
        var local = join();

        assertEquals(served(Reason.Cause.CONFIRMATION), receive(answer(local, body)));

        var member = assertInstanceOf(Subscriber.Confirmed.class, world.find(ANNA).orElseThrow());
        var consent = (Consent.DoubleOptIn) member.consent();
        assertTrue(consent.confirmed().userAgent().startsWith("by mail: "), consent.confirmed().userAgent());
        assertEquals("192.0.2.1", consent.confirmed().sourceAddress());
        assertEquals(1, world.notices().sent(JoinNotice.Welcome.class).size());
    }

    /** The token proves that the mail was read; whoever has it could press the button as well. */
    @Test
    void answerNeedsNoFurtherProof() {
        var local = join();

        assertEquals(served(Reason.Cause.CONFIRMATION), receive(answer(local, "yes\r\n").unproven()));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
    }

    /** Mail systems change the case of addresses. */
    @Test
    void caseOfTheAddressDoesNotMatter() {
        var local = join().toUpperCase(Locale.ROOT);

        receive(answer(local, "yes\r\n"));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
    }

    /** Nothing rests on the + in an address alone. */
    @Test
    void tokenInTheSubjectIsReadAsWell() {
        var token = join().substring("news-confirm+".length());

        receive(answer("news-confirm", "yes\r\n").replacing("Subject", "Re: confirm " + token));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
    }

    @Test
    void tokenBehindTheCommandIsReadAsWell() {
        var token = join().substring("news-confirm+".length());

        receive(answer("news-request", "\r\n").replacing("Subject", "confirm " + token));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
    }

    @Test
    void linkInTheQuotedMailIsReadAsWell() {
        join();
        var link = asked().getLast().confirm();

        receive(answer("news-confirm", "Yes.\r\n\r\n> Confirm:\r\n> " + link + "\r\n"));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Auto-Submitted: auto-replied", "Precedence: bulk", "Precedence: auto_reply", "X-Autoreply: yes",
                    "List-Id: <x.example>", "X-Auto-Response-Suppress: All", "X-Autorespond: x",
                    "Return-Path: <>"})
    void programConfirmsNothing(String field) {
        var local = join();
        var mark = field.split(": ", 2);

        receive(answer(local, "\r\n").with(mark[0], mark[1]));
        receive(answer(local, "I am out of the office until Monday.\r\n").with(mark[0], mark[1]));

        assertEquals(Optional.of(SubscriberStatus.PENDING), status());
    }

    @Test
    void bounceConfirmsNothing() {
        var local = join();

        assertInstanceOf(Fate.Discarded.class, receive(answer(local, "\r\n").envelope("")));
        assertInstanceOf(Fate.Discarded.class, receive(answer(local, "yes\r\n").replacing("Subject",
                "Automatic reply: Please confirm")));
        assertEquals(Optional.of(SubscriberStatus.PENDING), status());
    }

    /** Exchange puts that field on people's mails, too. */
    @Test
    void plainYesCountsWhateverExchangePutsIn() {
        var local = join();

        receive(answer(local, "Yes\r\n").with("X-Auto-Response-Suppress", "DR, OOF, AutoReply"));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"No, I did not ask for this.\r\n", "Who are you?\r\n", "I am on holiday until Monday.\r\n",
                    "Yes, but who are you?\r\n", "Bin im Urlaub.\r\n", "unsubscribe\r\n",
                    "Thank you for your mail.\r\n"})
    void whatIsNoYesIsForTheOwnersToRead(String body) {
        var local = join();

        assertEquals(new Fate.Forwarded(), receive(answer(local, body)));

        assertEquals(Optional.of(SubscriberStatus.PENDING), status());
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
    }

    @Test
    void answerOfSomebodyElseConfirmsNothingAndIsTold() {
        var local = join();
        var reason = Reason.of(Reason.Cause.CONFIRMS_NOTHING, "news-join@lists.example.org");

        assertEquals(new Fate.Rejected(reason),
                receive(mail("eva@example.net", local).body("yes\r\n")));
        assertEquals(new Fate.Discarded(reason),
                receive(mail("ben@example.net", local).body("yes\r\n").unproven()));
        assertEquals(Optional.of(SubscriberStatus.PENDING), status());
    }

    @Test
    void secondAnswerIsHarmless() {
        var local = join();
        receive(answer(local, "yes\r\n"));
        receive(answer(local, "yes\r\n"));

        assertEquals(1, world.notices().sent(JoinNotice.Welcome.class).size());
    }

    /** Where it died before the welcome, the task that was recorded with the confirmation sends that. */
    @ParameterizedTest
    @MethodSource("calls")
    void confirmationThatDiesIsMadeUpFor(int calls) {
        var local = join();
        var key = store(answer(local, "yes\r\n"));
        dying(calls, key);
        world.receive().receive(key);

        var member = assertInstanceOf(Subscriber.Confirmed.class, world.find(ANNA).orElseThrow());
        assertEquals(member.greeted(), !world.notices().sent(OwnerNotice.MemberJoined.class).isEmpty());
        assertTrue(!member.greeted() || !world.notices().sent(JoinNotice.Welcome.class).isEmpty());
    }

    // ---- Leaving

    @ParameterizedTest
    @CsvSource({"news-leave,x", "news+leave,x", "news-unsubscribe,x", "NEWS+Unsubscribe,x", "news-request,unsubscribe",
            "news-request,Leave", "news-request,please remove me from this list"})
    void provenMemberLeavesAtOnce(String local, String subject) {
        world.join(ANNA);

        assertEquals(new Fate.Left(), receive(mail(local).replacing("Subject", subject)));
        assertEquals(Optional.of(SubscriberStatus.LEFT), status());
    }

    @Test
    void memberOfWhomNothingIsProvenGetsTheLink() {
        world.join(ANNA);

        assertInstanceOf(Fate.Discarded.class, receive(mail("news-unsubscribe").unproven()));
        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
        assertEquals(1, world.notices().sent(MemberNotice.LeaveOffer.class).size());
    }

    // ---- Help

    @ParameterizedTest
    @CsvSource({"news-help,x", "news+help,x", "news-request,help", "news-request,what is this", "news-request,''"})
    void whoAsksForHelpIsAnsweredOnceAnHour(String local, String subject) {
        var mail = mail(local).replacing("Subject", subject).body("\r\n");
        assertEquals(served(Reason.Cause.HELP), receive(mail));
        assertEquals(served(Reason.Cause.HELP), receive(mail));

        var help = world.notices().sent(MemberNotice.Help.class);
        assertEquals(1, help.size());
        assertEquals(EmailAddress.of(ANNA), help.getFirst().recipient());
        assertEquals("<1@club.example>", help.getFirst().messageId());
        world.clock().advance(Duration.ofMinutes(61));
        receive(mail);
        assertEquals(2, world.notices().sent(MemberNotice.Help.class).size());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void helpThatDiesIsMadeUpFor(int calls) {
        var key = store(mail("news-help"));
        dying(calls, key);
        world.receive().receive(key);

        var sent = world.notices().sent(MemberNotice.Help.class).size();
        assertTrue(sent == 1 || sent == 2, sent + " were sent");
    }

    @Test
    void whoIsNotProvenIsNotAnsweredAndReachesTheOwners() {
        assertEquals(new Fate.Forwarded(), receive(mail("news-help").unproven()));
        assertEquals(List.of(), world.notices().sent(MemberNotice.Help.class));
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
    }

    @Test
    void programGetsNoHelp() {
        for (var mail : List.of(mail("news-help").with("Precedence", "junk"), mail("news-help").envelope(""),
                mail("news-help").with("Auto-Submitted", "auto-generated"),
                mail("news-help").with("List-Unsubscribe", "<mailto:x@example.net>"))) {
            assertInstanceOf(Fate.Discarded.class, receive(mail));
        }
        assertEquals(List.of(), world.notices().sent());
    }

    // ---- The domain's own addresses

    @ParameterizedTest
    @ValueSource(strings = {"postmaster", "Abuse"})
    void mailToTheDomainReachesTheOperatorAndNoOwner(String local) {
        world.operators(EmailAddress.of("root@machine.example"));

        assertEquals(new Fate.Forwarded(), receive(mail(local).unproven()));

        assertEquals(List.of("root@machine.example"), told());
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.FOR_OPERATOR)), world.onlyPost().state());
    }

    private List<String> told() {
        return world.notices().sent(OwnerNotice.MailForOperator.class).stream().map(mail -> mail.recipient().written())
                .toList();
    }

    @Test
    void mailToTheDomainIsKeptWhereNobodyIsKnownWhoRunsTheService() {
        assertEquals(new Fate.Forwarded(), receive(mail("postmaster").unproven()));

        assertEquals(List.of(), told());
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.FOR_OPERATOR_KEPT)), world.onlyPost().state());
    }

    /** What is gathered for a list goes to its owners, who are none of the domain's. */
    @Test
    void manyMailsToTheDomainAreKeptAndNotGathered() {
        world.operators(EmailAddress.of("root@machine.example"));
        for (var i = 0; i < 70; i++) {
            receive(mail("postmaster").unproven().with("X-Number", "" + i));
        }

        assertEquals(60, told().size());
        assertEquals(0, world.tellGathered());
    }

    private static MailingList list(String name, String... owners) {
        return MailingList.create(new ListId(name), "lists.example.org", name,
                List.of(owners).stream().map(EmailAddress::of).toList());
    }

    /** SES stores it with the mails of each list. */
    @Test
    void mailToTheDomainIsTheMatterOfTheFirstList() {
        world.add(list("chess", "carla@club.example"));

        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.FOR_ANOTHER_LIST)), receive(mail("postmaster")));
    }

    /** Whoever tells of abuse quotes it, and many who do are programs. */
    @Test
    void mailAboutAbuseMayLookLikeSpam() {
        assertEquals(new Fate.Forwarded(), receive(mail("abuse").unproven().with("Auto-Submitted", "auto-generated")
                .scans("X-SES-Spam-Verdict: FAIL\r\nX-SES-Virus-Verdict: PASS\r\n")));
    }

    @Test
    void reportToTheDomainReachesTheOperator() {
        world.operators(EmailAddress.of("root@machine.example"));

        assertEquals(new Fate.Forwarded(), receive(mail("postmaster").envelope("")));
        assertEquals(new Fate.Forwarded(), receive(mail("abuse")
                .with("Content-Type", "multipart/report; report-type=feedback-report; boundary=x")));

        assertEquals(List.of("root@machine.example", "root@machine.example"), told());
    }

    // ---- Several addresses

    private static SampleMail to(String... locals) {
        return SampleMail.from(ANNA).to("unknown@example.net").replacing("Subject", "Hello").replacing("To",
                String.join(", ", List.of(locals).stream().map(local -> local + DOMAIN).toList()));
    }

    @Test
    void mailToSeveralAddressesDoesWhatEachSays() {
        receive(to("news-owner", "news-join", "news-help"));

        assertEquals(1, asked().size());
        assertEquals(1, world.notices().sent(MemberNotice.Help.class).size());
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
    }

    @Test
    void leavingBesidesAMailToTheOwnersIsLeaving() {
        world.join(ANNA);
        receive(to("news-owner", "news-leave"));

        assertEquals(Optional.of(SubscriberStatus.LEFT), status());
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
    }

    /** An answer to all is no wish to leave; but it may be one. */
    @Test
    void leavingBesidesAPostIsOffered() {
        world.join(ANNA);
        receive(to("news", "news-leave"));

        assertEquals(Optional.of(SubscriberStatus.CONFIRMED), status());
        assertEquals(1, world.notices().sent(MemberNotice.LeaveOffer.class).size());
    }

    @Test
    void joiningBesidesAPostIsJoining() {
        receive(to("news", "news-join"));

        assertEquals(1, asked().size());
        assertEquals(1, world.notices().sent(OwnerNotice.PostHeld.class).size());
    }

    /** From the time before that became an address of another list. */
    @Test
    void listThatIsCalledLikeAnAddressKeepsIt() {
        world.add(SampleLists.aList(new ListId("news-join")));

        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.FOR_ANOTHER_LIST)), receive(mail("news-join")));
        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.FOR_ANOTHER_LIST)), receive(to("news-join")));
        assertEquals(served(Reason.Cause.JOIN), receive(mail("news-subscribe")));
        assertEquals(1, asked().size());
    }
}
