package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mails with a link for one person alone; the goodbye mail is in {@link ComeBackTest} too. */
final class MemberLettersTest {

    private final SignUps service = new SignUps();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());

    private NoteTask.SettingsLink wanted() {
        return new NoteTask.SettingsLink(anna.list(), service.clock.instant(), anna.id());
    }

    @Test
    void freshLinkGoesToTheMembersOwnAddress() {
        service.stored.create(anna);

        assertEquals(Optional.empty(), service.letters.write(wanted()));

        assertEquals(List.of(new MemberNotice.SettingsLink(service.news, ANNA, anna.person().language(),
                SampleLinks.LINKS.freshSettings(anna.list(), anna.id(),
                        service.clock.instant().plus(Duration.ofHours(1))),
                Duration.ofHours(1))), service.notices.sent());
    }

    @Test
    void threeFreshLinksADayAreEnough() {
        service.stored.create(anna);
        for (var i = 0; i < 10; i++) {
            service.letters.write(wanted());
        }
        assertEquals(3, service.notices.sent().size());

        service.dayPasses();
        service.letters.write(wanted());

        assertEquals(4, service.notices.sent().size());
    }

    @Test
    void lettersOfAnotherKindAreABug() {
        assertThrows(IllegalArgumentException.class, () -> service.letters.write(
                new NoteTask.MailFails(anna.list(), service.clock.instant(), anna.id())));
        assertThrows(IllegalArgumentException.class, () -> service.letters.write(
                new NoteTask.AskNewAddress(anna.list(), service.clock.instant(), anna.id())));
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void goodbyeIsNotSaidAgainOnceNothingIsKept() {
        service.stored.create(Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.PAGE)
                .with(new WayBack.Closed()));

        assertEquals(Optional.empty(),
                service.letters.write(new NoteTask.Goodbye(anna.list(), service.clock.instant(), anna.id())));

        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void whoIsNoMemberGetsNoFreshLink() {
        service.letters.write(wanted());
        service.stored.create(SampleSubscribers.aPending(anna.list(), ANNA.written()));
        service.letters.write(wanted());
        service.letters.write(new NoteTask.SettingsLink(new ListId("nothing"), service.clock.instant(), anna.id()));

        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void whoPausesIsToldThreeTimesADayAtMostAndNotWhenItIsOver() {
        var day = LocalDate.ofInstant(service.clock.instant(), ZoneOffset.UTC).plusDays(1);
        service.stored.create(anna.with(anna.settings().pausedUntil(Optional.of(day))));
        var task = new NoteTask.PauseBegun(anna.list(), service.clock.instant(), anna.id());

        for (var i = 0; i < 5; i++) {
            service.letters.write(task);
        }
        assertEquals(Collections.nCopies(3, new MemberNotice.Paused(service.news, ANNA, anna.person().language(), day,
                SampleLinks.LINKS.managePage(anna.list(), anna.id()))), service.notices.sent());
        service.dayPasses();
        service.letters.write(task);

        assertEquals(3, service.notices.sent().size());
    }

    @Test
    void whoIsMadeToPauseOftenIsToldTheNextDayWhatThenHolds() {
        var day = LocalDate.ofInstant(service.clock.instant(), ZoneOffset.UTC).plusDays(300);
        service.stored.create(anna.with(anna.settings().pausedUntil(Optional.of(day))));
        var task = new NoteTask.PauseBegun(anna.list(), service.clock.instant(), anna.id());
        for (var i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), service.letters.write(task));
        }

        var later = service.letters.write(task);

        assertEquals(Optional.of(FixedClock.START.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))), later);
        assertEquals(later, service.letters.write(task), "all that waits is one task");
        service.clock.set(later.orElseThrow());
        assertEquals(Optional.empty(), service.letters.write(task));
        assertEquals(4, service.notices.sent().size());
    }

    @Test
    void whoAskedToJoinAgainIsToldGoodbyeOnceAllTheSame() {
        var left = Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.PAGE);
        var asked = SampleSubscribers.aPending(anna.list(), ANNA.written());
        service.stored.create(new Subscriber.Pending(asked.list(), asked.person(), asked.links(), asked.form(),
                asked.wording(), asked.requested(), asked.expiresAt(), new Subscriber.Pending.Past.FormerMember(left)));
        var task = new NoteTask.Goodbye(anna.list(), service.clock.instant(), anna.id());

        service.letters.write(task);
        service.letters.write(task);

        assertEquals(1, service.notices.sent(MemberNotice.Goodbye.class).size());
    }

    @Test
    void goodbyeIsSaidToNobodyWhoDidNotLeave() {
        var task = new NoteTask.Goodbye(anna.list(), service.clock.instant(), anna.id());
        service.letters.write(task);
        service.stored.create(SampleSubscribers.aPending(anna.list(), ANNA.written()));
        service.letters.write(task);
        service.stored.replace(service.stored.find(anna.list(), anna.id()).orElseThrow(), anna);
        service.letters.write(task);

        assertEquals(List.of(), service.notices.sent());
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true", "5,false"})
    void whoDiesHalfWayForgetsNoGoodbye(int call, boolean lastHasItsEffect) {
        service.stored.create(Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.ONE_CLICK));
        var task = new NoteTask.Goodbye(anna.list(), service.clock.instant(), anna.id());
        var life = new Life(call, lastHasItsEffect);
        var mortal = new MemberLetters(service.lists, life.of(Subscribers.class, service.stored), service.limits,
                service.way(life.of(Notices.class, service.notices)), service.clock);

        try {
            mortal.write(task);
        } catch (Life.Ended died) {
            assertEquals("killed", died.getMessage());
        }
        service.letters.write(task);
        service.letters.write(task);

        var sent = service.notices.sent(MemberNotice.Goodbye.class);
        assertEquals(1, sent.stream().distinct().count());
        assertEquals((call == 2 && lastHasItsEffect) || call == 3 || (call == 4 && !lastHasItsEffect) ? 2 : 1,
                sent.size(),
                "at worst it is said twice");
    }

    @Test
    void providerThatTakesNothingUsesNothingUp() {
        service.stored.create(anna);
        var dead = new MemberLetters(service.lists, service.stored, service.limits,
                service.way(new Life(1, false).of(Notices.class, service.notices)), service.clock);
        for (var i = 0; i < 5; i++) {
            assertThrows(Life.Ended.class, () -> dead.write(wanted()));
        }

        service.letters.write(wanted());

        assertEquals(1, service.notices.sent().size());
    }
}
