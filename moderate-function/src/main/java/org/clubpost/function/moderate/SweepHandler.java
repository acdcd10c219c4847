package org.clubpost.function.moderate;

import static java.lang.System.Logger.Level.INFO;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import org.clubpost.mail.receive.Moderate;
import org.jspecify.annotations.Nullable;

/** Some times a day, by a schedule: lets go of the mails about which nobody decided in time. */
public final class SweepHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private static final System.Logger LOG = System.getLogger(SweepHandler.class.getName());

    private final Moderate moderate;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SweepHandler() {
        this(Wiring.ofProcess().moderate());
    }

    /** Sweeps with that use case. */
    public SweepHandler(Moderate moderate) {
        this.moderate = moderate;
    }

    /**
     * @throws org.clubpost.core.UnavailableException when a port failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var posts = moderate.sweep();
        LOG.log(INFO, "sweep request={0} posts={1}", context.getAwsRequestId(), Integer.toString(posts));
        return null;
    }
}
