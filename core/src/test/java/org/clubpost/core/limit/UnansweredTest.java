package org.clubpost.core.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.Rival;
import org.clubpost.core.limit.Unanswered.Turn;
import org.junit.jupiter.api.Test;

final class UnansweredTest {

    private static final Instant NOW = FixedClock.START;
    private static final String KEY = "0123";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InMemoryRecentMails recent = new InMemoryRecentMails();
    private final Unanswered mails = new Unanswered(recent);
    private int requests;

    private Turn take(Instant now) {
        return mails.take(KEY, "news/" + requests++, true, now);
    }

    @Test
    void gapsGrowAndAfterTheThirdMailThereIsNone() {
        assertEquals(new Turn.Now(), take(NOW));
        assertEquals(new Turn.Later(NOW.plus(MINUTE.multipliedBy(10))), take(NOW.plus(MINUTE)));
        assertEquals(new Turn.Now(), take(NOW.plus(MINUTE.multipliedBy(10))));
        assertEquals(new Turn.Later(NOW.plus(MINUTE.multipliedBy(70))), take(NOW.plus(MINUTE.multipliedBy(69))));
        assertEquals(new Turn.Now(), take(NOW.plus(MINUTE.multipliedBy(70))));
        assertEquals(new Turn.Never(), take(NOW.plus(Duration.ofDays(29))));
    }

    @Test
    void mailThatWasSentIsGrantedToNobodyAgain() {
        assertEquals(new Turn.Now(), mails.take(KEY, "links/1", true, NOW));
        assertEquals(new Turn.Now(), mails.take(KEY, "links/1", true, NOW), "whoever died before it was sent");

        mails.sent(KEY, "links/1", NOW);
        mails.sent(KEY, "links/1", NOW);
        mails.sent(KEY, "links/2", NOW);

        assertEquals(new Turn.Never(), mails.take(KEY, "links/1", true, NOW));
        assertEquals(new Turn.Never(), mails.look(KEY, "links/1", true, NOW));
        assertEquals(new Turn.Later(NOW.plus(MINUTE.multipliedBy(10))), mails.take(KEY, "links/2", true, NOW));
        mails.answered(KEY, "links/1", NOW);
        assertEquals(new Turn.Now(), mails.take(KEY, "links/2", true, NOW));
    }

    @Test
    void inNoThirtyDaysAreThereMoreThanThree() {
        var sent = new ArrayList<Instant>();
        for (var hour = 0; hour < 24 * 100; hour++) {
            var now = NOW.plus(Duration.ofHours(hour));
            if (take(now) instanceof Turn.Now) {
                sent.add(now);
            }
        }

        for (var first : sent) {
            var within = sent.stream()
                    .filter(at -> !at.isBefore(first) && at.isBefore(first.plus(Unanswered.WINDOW))).count();
            assertEquals(Math.min(Unanswered.MOST, sent.size() - sent.indexOf(first)), within);
        }
    }

    @Test
    void gapDoesNotMatterToWhoHasWaitedButTheNumberDoes() {
        take(NOW);

        assertEquals(new Turn.Now(), mails.take(KEY, "chess/1", false, NOW));
        assertEquals(new Turn.Now(), mails.take(KEY, "chess/2", false, NOW));
        assertEquals(new Turn.Never(), mails.take(KEY, "chess/3", false, NOW));
    }

    @Test
    void sameRequestIsGrantedAgainAndCountedOnce() {
        for (var i = 0; i < 5; i++) {
            assertEquals(new Turn.Now(), mails.take(KEY, "chess/1", true, NOW));
        }

        assertEquals(new Turn.Now(), take(NOW.plus(MINUTE.multipliedBy(10))));
    }

    @Test
    void lookingCountsNothing() {
        for (var i = 0; i < 5; i++) {
            assertEquals(new Turn.Now(), mails.look(KEY, "chess/" + i, true, NOW));
        }
    }

    @Test
    void mailThatWasAnsweredCountsNoMore() {
        for (var list = 0; list < 20; list++) {
            assertEquals(new Turn.Now(), mails.take(KEY, "list-" + list + "/1", true, NOW));
            mails.answered(KEY, "list-" + list + "/", NOW);
            mails.answered(KEY, "other/", NOW);
        }
    }

    /** Somebody else gets a mail for the same address between a look and the next note. */
    private Unanswered interrupted(String request) {
        return new Unanswered(new Rival("replace", () -> mails.take(KEY, request, false, NOW)).of(RecentMails.class,
                recent));
    }

    @Test
    void whoIsSlowerThanTheThirdMailGetsNone() {
        mails.take(KEY, "chess/1", false, NOW);
        mails.take(KEY, "chess/2", false, NOW);

        assertEquals(new Turn.Never(), interrupted("chess/3").take(KEY, "chess/4", false, NOW));
    }

    @Test
    void mailThatWasSentIsNotedThoughAnotherOneIsGrantedMeanwhile() {
        mails.take(KEY, "chess/1", false, NOW);

        interrupted("chess/2").sent(KEY, "chess/1", NOW);

        assertEquals(new Turn.Never(), mails.look(KEY, "chess/1", false, NOW));
        assertEquals(new Turn.Now(), mails.look(KEY, "chess/2", false, NOW), "granted and not sent yet");
    }

    @Test
    void answerFreesOneThoughAnotherOneIsGrantedMeanwhile() {
        mails.take(KEY, "chess/1", false, NOW);
        mails.take(KEY, "chess/2", false, NOW);

        interrupted("chess/3").answered(KEY, "chess/1", NOW);

        assertEquals(new Turn.Now(), mails.take(KEY, "chess/4", false, NOW));
        assertEquals(new Turn.Never(), mails.take(KEY, "chess/5", false, NOW));
    }

    @Test
    void ofManyAtTheSameTimeOneGetsAMail() throws InterruptedException {
        var runners = IntStream.range(0, 4)
                .mapToObj(each -> (Callable<Turn>) () -> mails.take(KEY, "race/" + each, true, NOW)).toList();

        assertEquals(1, Race.run(runners).stream().filter(Turn.Now.class::isInstance).count());
    }
}
