package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.event.PublishEvents;
import org.jspecify.annotations.Nullable;

/**
 * Runs every minute, by a schedule. Starts the posts whose time has come, and lets parked posts go on. After that, and
 * whatever became of it, publishes the events that were recorded, in an installation that records some.
 */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise", InstantSource.system());
    private final Round round;
    private final Round events;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(CloudParts.forVisitors(Environment.ofProcess()));
    }

    private SuperviseHandler(CloudParts parts) {
        this(new Wiring(parts).supervise(), parts.publishEvents());
    }

    /** Supervises with that use case, and leaves events to others. */
    public SuperviseHandler(Supervise supervise) {
        this(supervise, Optional.empty());
    }

    /** Supervises and publishes with those use cases. */
    SuperviseHandler(Supervise supervise, Optional<PublishEvents> publishing) {
        this.round = new Round(log, supervise::tend);
        this.events = new Round(log, () -> publishing.map(PublishEvents::publish).orElse(0));
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        try {
            report(context, "posts", round.run(context));
        } finally {
            report(context, "events", events.run(context));
        }
        return null;
    }

    private void report(Context context, String what, int number) {
        if (number > 0) {
            log.info(log.line(context.getAwsRequestId()).with(what, number).outcome("done"));
        }
    }
}
