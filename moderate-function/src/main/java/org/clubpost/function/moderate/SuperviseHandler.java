package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import java.util.function.ToIntFunction;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.sqs.SqsUnpolledQueue;
import org.clubpost.core.care.Supervise;
import org.jspecify.annotations.Nullable;

/**
 * Runs every minute, by a schedule. Parks the posts of dead letters, starts the posts whose time has come, and lets
 * parked posts go on. Comes back, less often, to mails that were not taken in.
 */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise");
    private final Round round;
    private final TakeUpMails mails;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(Wiring.ofProcess(), Wiring.deadLettersOfProcess());
    }

    private SuperviseHandler(Wiring wiring, SqsUnpolledQueue deadLetters) {
        this(wiring.supervise(), wiring.deadLetters(), deadLetters, wiring.takeUpMails());
    }

    /** Supervises with those use cases, where dead letters go another way. */
    public SuperviseHandler(Supervise supervise, TakeUpMails mails) {
        this(List.of(_ -> supervise.tend()), mails);
    }

    /**
     * Supervises with those use cases, after a look for dead letters, so that the owners hear of them at once.
     *
     * @param desk parks their posts
     * @param deadLetters where they lie
     */
    public SuperviseHandler(Supervise supervise, DeadLetterDesk desk, SqsUnpolledQueue deadLetters,
            TakeUpMails mails) {
        this(List.of(context -> deadLetters.take(letter -> desk.isDone(letter, context.getAwsRequestId())),
                _ -> supervise.tend()), mails);
    }

    private SuperviseHandler(List<ToIntFunction<Context>> steps, TakeUpMails mails) {
        this.round = new Round(log, steps);
        this.mails = mails;
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        try {
            var posts = round.run(context);
            if (posts > 0) {
                log.info(log.line(context.getAwsRequestId()).with("posts", posts).outcome("done"));
            }
        } finally {
            // This comes last, so that a mail which ends the process keeps no post from going out.
            takeUp(context);
        }
        return null;
    }

    private void takeUp(Context context) {
        new Round(log, List.of(mails::run)).run(context);
    }
}
