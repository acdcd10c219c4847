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
    /** How the name of a request ends in the name of the mail that reminds of it. */
    private static final String REMINDER = "#reminder";
    /** How the name of a request ends whose mail was handed over. */
    private static final String SENT = "#sent";

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
     * @param request what the mail answers; who was granted a mail for it before is granted it again, until it is said
     *         that it was {@linkplain #sent sent}
     * @param gap whether there has to be a gap since the last one
     */
    public Turn look(String key, String request, boolean gap, Instant now) {
        return turn(recent(mails.of(key), now), request, gap, MOST, now);
    }

    /**
     * The same, and counts the mail when it may be sent. Concurrent calls never get more than may be sent.
     *
     * @param key whose; never an address in clear
     * @param request what the mail answers; it is counted once
     * @param gap whether there has to be a gap since the last one
     */
    public Turn take(String key, String request, boolean gap, Instant now) {
        return take(key, request, gap, MOST, now);
    }

    /**
     * The same for a mail that reminds of another one. Nobody asked for it, so the last of all mails that may be sent is
     * kept for what the person asks for, and there is always a gap.
     *
     * @param key whose; never an address in clear
     * @param request what the mail reminds of
     */
    public Turn takeForReminder(String key, String request, Instant now) {
        return take(key, request + REMINDER, true, MOST - 1, now);
    }

    private Turn take(String key, String request, boolean gap, int most, Instant now) {
        return Attempts.until(mails, () -> {
            var seen = mails.of(key);
            var recent = recent(seen, now);
            var turn = turn(recent, request, gap, most, now);
            if (!(turn instanceof Turn.Now) || isGranted(recent, request)) {
                return Optional.of(turn);
            }
            recent.add(new Mail(now, request));
            return mails.replace(key, seen, recent, now.plus(WINDOW)) ? Optional.of(turn) : Optional.empty();
        });
    }

    /**
     * Says that the mail was handed over. Whoever asks for the same again gets no other; only who dies before this is
     * granted the mail again.
     *
     * @param key whose; never an address in clear
     * @param request what the mail answers
     */
    public void sent(String key, String request, Instant now) {
        Attempts.untilDone(mails, () -> {
            var seen = mails.of(key);
            var marked = recent(seen, now);
            marked.replaceAll(mail -> mail.request().equals(request) ? new Mail(mail.at(), request + SENT) : mail);
            return marked.equals(seen) || mails.replace(key, seen, marked, now.plus(WINDOW));
        });
    }

    /**
     * Forgets the last mail whose request begins so, because it was answered, with what reminded of it.
     *
     * @param key whose; never an address in clear
     */
    public void answered(String key, String request, Instant now) {
        Attempts.untilDone(mails, () -> {
            var seen = mails.of(key);
            var left = recent(seen, now);
            var last = left.reversed().stream().filter(mail -> mail.request().startsWith(request)).findFirst();
            last.ifPresent(mail -> left.removeIf(other -> stem(other).equals(stem(mail))));
            return last.isEmpty() || mails.replace(key, seen, left, now.plus(WINDOW));
        });
    }

    private static List<Mail> recent(List<Mail> seen, Instant now) {
        return new ArrayList<>(seen.stream().filter(mail -> mail.at().isAfter(now.minus(WINDOW))).toList());
    }

    private static boolean isGranted(List<Mail> recent, String request) {
        return recent.stream().anyMatch(mail -> mail.request().equals(request));
    }

    /** The request that a mail answers or reminds of. */
    private static String stem(Mail mail) {
        return mail.request().endsWith(REMINDER)
                ? mail.request().substring(0, mail.request().length() - REMINDER.length())
                : mail.request();
    }

    private static Turn turn(List<Mail> recent, String request, boolean gap, int most, Instant now) {
        if (isGranted(recent, request + SENT)) {
            return new Turn.Never();
        }
        if (recent.isEmpty() || isGranted(recent, request)) {
            return new Turn.Now();
        }
        if (recent.size() >= most) {
            return new Turn.Never();
        }
        var next = recent.getLast().at().plus(GAPS.get(recent.size() - 1));
        return gap && now.isBefore(next) ? new Turn.Later(next) : new Turn.Now();
    }
}
