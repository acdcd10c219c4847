package org.clubpost.function.moderate;

import static java.lang.System.Logger.Level.INFO;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import org.clubpost.core.post.Supervise;
import org.jspecify.annotations.Nullable;

/** Every minute, by a schedule: starts the posts whose time has come, and lets those go on that wait no longer. */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private static final System.Logger LOG = System.getLogger(SuperviseHandler.class.getName());

    private final Supervise supervise;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(Wiring.ofProcess().supervise());
    }

    /** Supervises with that use case. */
    public SuperviseHandler(Supervise supervise) {
        this.supervise = supervise;
    }

    /**
     * @throws org.clubpost.core.UnavailableException when a port failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var posts = supervise.tend();
        if (posts > 0) {
            LOG.log(INFO, "supervise request={0} posts={1}", context.getAwsRequestId(), Integer.toString(posts));
        }
        return null;
    }
}
