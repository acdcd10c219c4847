package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.InstantSource;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.care.Supervise;
import org.jspecify.annotations.Nullable;

/**
 * Runs every minute, by a schedule. Starts the posts whose time has come, and lets parked posts go on. Comes back, less
 * often, to mails that were not taken in.
 */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise", InstantSource.system());
    private final Round round;
    private final TakeUpMails mails;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(Wiring.ofProcess());
    }

    private SuperviseHandler(Wiring wiring) {
        this(wiring.supervise(), wiring.takeUpMails());
    }

    /** Supervises with those use cases. */
    public SuperviseHandler(Supervise supervise, TakeUpMails mails) {
        this.round = new Round(log, supervise::tend);
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
        new Round(log, () -> mails.run(context)).run(context);
    }
}
