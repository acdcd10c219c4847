package org.clubpost.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.limit.RecentMails.Mail;

/**
 * How many mails somebody gets who has not asked for them provably: {@value #MOST} within {@link #WINDOW} at most, over
 * all lists, with growing {@linkplain #GAPS gaps}. A mail that is answered, by the link in it, does not count any more.
 *
 * @param mails what is remembered
 */
public record Unanswered(RecentMails mails) {

    /** So many mails, and no more. */
    public static final int MOST = 3;
    /** The time that slides: in no such time are there more. */
    public static final Duration WINDOW = Duration.ofDays(30);
    /** How long after the first and after the second mail the next one waits. */
    public static final List<Duration> GAPS = List.of(Duration.ofMinutes(10), Duration.ofHours(1));

    /** Whether a mail may be sent. */
    public sealed interface Turn {

        /** It may be sent now. */
        record Now() implements Turn {}

        /**
         * The last one was too short a time ago.
         *
         * @param at when it may be sent
         */
        record Later(Instant at) implements Turn {}

        /** There were too many. */
        record Never() implements Turn {}
    }

    /**
     * Whether a mail may be sent. Changes nothing.
     *
     * @param key whose; never an address in clear
     * @param request what the mail answers; who was granted a mail for it before is granted it again
     * @param gap whether there has to be a gap since the last one
     */
    public Turn look(String key, String request, boolean gap, Instant now) {
        return turn(recent(mails.of(key), now), request, gap, now);
    }

    /**
     * The same, and counts the mail when it may be sent. Concurrent calls never get more than may be sent.
     *
     * @param key whose; never an address in clear
     * @param request what the mail answers; it is counted once
     * @param gap whether there has to be a gap since the last one
     */
    public Turn take(String key, String request, boolean gap, Instant now) {
        return Attempts.until(mails, () -> {
            var seen = mails.of(key);
            var recent = recent(seen, now);
            var turn = turn(recent, request, gap, now);
            if (!(turn instanceof Turn.Now) || isGranted(recent, request)) {
                return Optional.of(turn);
            }
            recent.add(new Mail(now, request));
            return mails.replace(key, seen, recent, now.plus(WINDOW)) ? Optional.of(turn) : Optional.empty();
        });
    }

    /**
     * Forgets the last mail whose request begins so, because it was answered.
     *
     * @param key whose; never an address in clear
     */
    public void answered(String key, String request, Instant now) {
        Attempts.untilDone(mails, () -> {
            var seen = mails.of(key);
            var left = recent(seen, now);
            var last = left.reversed().stream().filter(mail -> mail.request().startsWith(request)).findFirst();
            last.ifPresent(left::remove);
            return last.isEmpty() || mails.replace(key, seen, left, now.plus(WINDOW));
        });
    }

    private static List<Mail> recent(List<Mail> seen, Instant now) {
        return new ArrayList<>(seen.stream().filter(mail -> mail.at().isAfter(now.minus(WINDOW))).toList());
    }

    private static boolean isGranted(List<Mail> recent, String request) {
        return recent.stream().anyMatch(mail -> mail.request().equals(request));
    }

    private static Turn turn(List<Mail> recent, String request, boolean gap, Instant now) {
        if (recent.isEmpty() || isGranted(recent, request)) {
            return new Turn.Now();
        }
        if (recent.size() >= MOST) {
            return new Turn.Never();
        }
        var next = recent.getLast().at().plus(GAPS.get(recent.size() - 1));
        return gap && now.isBefore(next) ? new Turn.Later(next) : new Turn.Now();
    }
}
