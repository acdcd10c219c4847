package org.clubpost.function.cognito;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import org.clubpost.aws.resource.CustomResources;
import org.jspecify.annotations.Nullable;

/** Attaches the triggers to a pool that somebody else has made, and takes them off again: {@link AttachTriggers}. */
public final class TriggersHandler implements RequestHandler<CloudFormationCustomResourceEvent, @Nullable Void> {

    private final CustomResources resources = new CustomResources("pool-triggers", Wiring.chores());

    /** Made by Lambda. */
    public TriggersHandler() {}

    /**
     * @throws java.io.UncheckedIOException when the answer cannot be given; the event may be delivered again
     */
    @Override
    public @Nullable Void handleRequest(CloudFormationCustomResourceEvent event, Context context) {
        resources.handle(event, context);
        return null;
    }
}
