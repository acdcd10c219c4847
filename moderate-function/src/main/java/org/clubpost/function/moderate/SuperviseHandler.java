package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.InstantSource;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.care.Supervise;
import org.jspecify.annotations.Nullable;

/** Runs every minute, by a schedule. Starts the posts whose time has come, and lets parked posts go on. */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise", InstantSource.system());
    private final Round round;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(Wiring.ofProcess().supervise());
    }

    /** Supervises with that use case. */
    public SuperviseHandler(Supervise supervise) {
        this.round = new Round(log, supervise::tend);
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var posts = round.run(context);
        if (posts > 0) {
            log.info(log.line(context.getAwsRequestId()).with("posts", posts).outcome("done"));
        }
        return null;
    }
}
