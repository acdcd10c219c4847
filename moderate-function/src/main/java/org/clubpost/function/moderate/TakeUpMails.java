package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.Recovery;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.post.Post;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.receive.Fate;
import org.clubpost.mail.receive.Receive;

/**
 * Takes up the mails that were not taken in when their events came: those with a post, and those whose event says which
 * they are. It does a round in the first run of a process and of each quarter of an hour. A mail that fails is logged, and does not keep
 * the others from being taken in.
 *
 * <p>A mail may even end the process. The next one does the round again, and gets to others: events come first, and one
 * that was not done is not seen for some minutes; posts come in another order each time.
 */
public final class TakeUpMails {

    /** After that time no further event is looked at; it comes again in the next round. */
    private static final Duration TIME = Duration.ofSeconds(10);

    private final FunctionLog log = new FunctionLog("supervise");
    private final Recovery recovery;
    private final Receive receive;
    private final UnreceivedEvents events;
    private final InstantSource clock;
    /** The last round that this process did. After a restart a round may be done twice, which is harmless. */
    private final AtomicLong round;

    /**
     * @param recovery knows which posts are due
     * @param receive takes mails in
     * @param events the events that were given up
     */
    public TakeUpMails(Recovery recovery, Receive receive, UnreceivedEvents events, InstantSource clock) {
        this.recovery = recovery;
        this.receive = receive;
        this.events = events;
        this.clock = clock;
        this.round = new AtomicLong(Long.MIN_VALUE);
    }

    /**
     * Does a round when it is time.
     *
     * @return for how many mails something was done
     * @throws UnavailableException when it is not known which mails are due; the next event goes on
     */
    int run(Context context) {
        var now = Recovery.round(clock.instant());
        if (round.getAndSet(now) == now) {
            return 0;
        }
        var request = context.getAwsRequestId();
        var until = clock.instant().plus(TIME);
        return events(request, until) + recovery.recover(post -> isTakenUp(post, request));
    }

    private boolean isTakenUp(Post post, String request) {
        return isDone(log.line(request).list(post.list()).post(post.id()), () -> receive.takeUp(post.id()));
    }

    private int events(String request, Instant until) {
        var done = 0;
        for (var event : events.some()) {
            if (clock.instant().isAfter(until)) {
                return done;
            }
            // All are tried, and each failure is logged.
            var failed = event.mails().stream().filter(mail -> !isTakenIn(mail, request)).count();
            if (failed == 0 && !event.mails().isEmpty()) {
                events.remove(event);
                done += event.mails().size();
            }
        }
        return done;
    }

    private boolean isTakenIn(MailKey mail, String request) {
        return isDone(log.line(request), () -> receive.receive(mail));
    }

    /** An out-of-memory error is nobody's fault and ends the run; the runs of supervise are done by then. */
    private boolean isDone(LogLine line, Supplier<Receive.Outcome> work) {
        try {
            var isSetAside = work.get() instanceof Receive.Outcome.Taken taken && taken.fate() instanceof Fate.SetAside;
            log.info(line.outcome(isSetAside ? "set-aside" : "taken-up"));
            return true;
        } catch (RuntimeException e) {
            log.error(line.outcome("not-taken-in").failure(e));
            return false;
        }
    }
}
