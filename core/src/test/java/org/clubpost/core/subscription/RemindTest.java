package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Confirm.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reminder of a request that nobody has confirmed. */
final class RemindTest {

    private final SignUps service = new SignUps();

    private NoteTask.Reminder task() {
        return new NoteTask.Reminder(service.news.id(), service.clock.instant(), SampleSubscribers.IDS.of(ANNA));
    }

    private List<JoinNotice.ConfirmationReminder> reminders() {
        return service.notices.sent(JoinNotice.ConfirmationReminder.class);
    }

    private void change(MailingList changed) {
        service.lists.replace(service.news, changed);
    }

    @Test
    void whoHasNotConfirmedAfterADayGetsAFurtherLinkThatEndsWithTheFirst() {
        var first = service.request(ANNA);
        service.dayPasses();

        assertEquals(Optional.empty(), service.letters.write(task()));

        var pending = (Subscriber.Pending) service.find(ANNA);
        var mail = reminders().getFirst();
        var link = SampleLinks.token(mail.confirm());
        assertEquals(ANNA, mail.recipient());
        assertEquals(pending.expiresAt(), mail.until());
        assertEquals(pending.requested().at().plus(Duration.ofDays(3)), mail.until());
        assertInstanceOf(Outcome.Open.class, service.confirm.look(first, service.clock.instant()));
        assertInstanceOf(Outcome.Joined.class, service.confirm.confirm(link, service.origin()));
        var consent = (Consent.DoubleOptIn) ((Subscriber.Confirmed) service.find(ANNA)).consent();
        assertEquals(Optional.of("Still join news?"), service.desk.wordings.find(consent.mail()));
    }

    @Test
    void eachLinkStandsForTheWordsOfItsOwnMail() {
        var first = service.request(ANNA);
        service.dayPasses();
        var mail = ((Subscriber.Pending) service.find(ANNA)).mail();
        service.letters.write(task());

        service.confirm.confirm(first, service.origin());

        assertEquals(mail, ((Consent.DoubleOptIn) ((Subscriber.Confirmed) service.find(ANNA)).consent()).mail());
    }

    @Test
    void nobodyIsRemindedTwice() {
        service.request(ANNA);
        service.dayPasses();

        service.letters.write(task());
        service.letters.write(task());

        assertEquals(1, reminders().size());
    }

    @Test
    void whoConfirmedOrWithdrewIsNotReminded() {
        service.confirm.confirm(service.request(ANNA), service.origin());
        service.dayPasses();
        service.letters.write(task());
        var eva = EmailAddress.of("eva@example.org");
        service.confirm.withdraw(service.request(eva), service.clock.instant());
        service.letters.write(new NoteTask.Reminder(service.news.id(), service.clock.instant(),
                SampleSubscribers.IDS.of(eva)));

        assertEquals(List.of(), reminders());
    }

    @Test
    void whoseTimeIsOverIsNotReminded() {
        service.request(ANNA);
        service.clock.advance(Duration.ofDays(3));

        service.letters.write(task());

        assertEquals(List.of(), reminders());
    }

    @Test
    void listThatIsClosedOrGoneOrWantsNoReminderSendsNone() {
        service.request(ANNA);
        service.dayPasses();

        change(service.news.with(service.news.signUp().withReminds(false)));
        service.letters.write(task());
        service.lists.replace(service.lists.find(service.news.id()).orElseThrow(),
                service.news.with(service.news.signUp().withOpen(false)));
        service.letters.write(task());
        service.letters.write(new NoteTask.Reminder(new ListId("nothing"), service.clock.instant(),
                SampleSubscribers.IDS.of(ANNA)));

        assertEquals(List.of(), reminders());
    }

    /** Two mails went there, and the third is for what the person asks for. */
    @Test
    void lastOfThreeMailsIsNoReminder() {
        service.request(ANNA);
        service.gapPasses();
        service.request(ANNA);
        service.dayPasses();

        service.letters.write(task());

        assertEquals(List.of(), reminders());
        service.request(ANNA);
        assertEquals(3, service.notices.sent(JoinNotice.ConfirmationRequest.class).size());
    }

    @Test
    void reminderCountsAmongTheThreeMails() {
        service.request(ANNA);
        service.dayPasses();
        service.letters.write(task());
        service.gapPasses();
        service.request(ANNA);
        service.dayPasses();
        service.request(ANNA);

        assertEquals(3, service.notices.sent().size());
    }

    /** Both mails are answered by either link. */
    @Test
    void whoConfirmsHasNoMailThatCounts() {
        service.request(ANNA);
        service.dayPasses();
        service.letters.write(task());
        var link = SampleLinks.token(reminders().getFirst().confirm());
        service.confirm.withdraw(link, service.clock.instant());
        service.dayPasses();

        service.confirm.confirm(service.request(ANNA), service.origin());

        assertTrue(service.desk.unanswered.look(SampleSubscribers.IDS.mailbox(ANNA), "news/other", false,
                service.clock.instant()) instanceof org.clubpost.core.limit.Unanswered.Turn.Now);
    }

    @Test
    void reminderKeepsTheGapToAnotherListsMail() {
        var later = service.clock.instant();
        service.request(ANNA);
        service.dayPasses();
        service.desk.unanswered.take(SampleSubscribers.IDS.mailbox(ANNA), "other/1", false, service.clock.instant());
        var now = service.clock.instant();

        assertEquals(Optional.empty(), service.letters.write(task()), "the third mail is no reminder");
        assertTrue(now.isAfter(later));
    }

    @Test
    void reminderWaitsUntilTheGapIsOver() {
        var pending = SampleSubscribers.aPending(service.news.id(), ANNA.written());
        service.stored.create(pending);
        var now = service.clock.instant();
        service.desk.unanswered.take(SampleSubscribers.IDS.mailbox(ANNA), "other/1", false, now);

        assertEquals(Optional.of(now.plus(Duration.ofMinutes(10))), service.letters.write(task()));

        service.clock.advance(Duration.ofMinutes(10));
        service.letters.write(task());
        assertEquals(1, reminders().size());
    }

    @Test
    void mailThatTheProviderDoesNotTakeIsTriedAgainAndTakesNoLinkAway() {
        service.request(ANNA);
        service.dayPasses();
        var before = service.find(ANNA);
        Notices broken = _ -> {
            throw new UnavailableException("not now");
        };
        var letters = new MemberLetters(service.lists, service.stored, service.limits,
                service.way(broken), service.clock);

        for (var attempt = 0; attempt < 20; attempt++) {
            assertThrows(UnavailableException.class, () -> letters.write(task()));
        }

        assertEquals(before, service.find(ANNA));
        service.letters.write(task());
        assertEquals(1, reminders().size());
    }

    @Test
    void requestThatSomebodyChangesMeanwhileIsLookedAtAnew() {
        service.request(ANNA);
        service.dayPasses();
        service.subscribers.beforeTheNextChange(() -> service.stored
                .remove(service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow()));

        service.letters.write(task());

        assertEquals(List.of(), reminders());
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false",
            "4,true"})
    void whoDiesHalfWayRemindsOnceAtMost(int call, boolean lastHasItsEffect) {
        service.request(ANNA);
        service.dayPasses();
        var life = new Life(call, lastHasItsEffect);
        var mortal = new MemberLetters(service.lists, life.of(Subscribers.class, service.stored), service.limits,
                service.way(life.of(Notices.class, service.notices)), service.clock);

        try {
            mortal.write(task());
        } catch (Life.Ended died) {
            assertEquals("killed", died.getMessage());
        }
        service.letters.write(task());
        service.letters.write(task());

        var isLost = (call == 3 && lastHasItsEffect) || (call == 4 && !lastHasItsEffect);
        assertEquals(isLost ? 0 : 1, reminders().size());
    }
}
