package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.care.Sweep;
import org.jspecify.annotations.Nullable;

/** Runs several times a day, by a schedule. Drops the held mails about which nobody decided in time. */
public final class SweepHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("sweep");
    private final Round round;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SweepHandler() {
        this(Wiring.ofProcess().sweep());
    }

    /** Sweeps with that use case. */
    public SweepHandler(Sweep sweep) {
        this.round = new Round(log, List.of(_ -> sweep.sweep()));
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var posts = round.run(context);
        log.info(log.line(context.getAwsRequestId()).with("posts", posts).outcome("done"));
        return null;
    }
}
