package org.clubpost.function.setup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import java.util.Map;
import org.clubpost.aws.resource.Chore;
import org.clubpost.aws.resource.CustomResources;
import org.jspecify.annotations.Nullable;

/** Does what CloudFormation cannot do by itself when the stack is made or taken away: see {@link Wiring#chores}. */
public final class SetupHandler implements RequestHandler<CloudFormationCustomResourceEvent, @Nullable Void> {

    private final CustomResources resources;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SetupHandler() {
        this(Wiring.chores());
    }

    SetupHandler(Map<String, Chore> chores) {
        this.resources = new CustomResources("setup", chores);
    }

    /**
     * @throws java.io.UncheckedIOException when the answer cannot be given; the event may be delivered again
     */
    @Override
    public @Nullable Void handleRequest(CloudFormationCustomResourceEvent event, Context context) {
        resources.handle(event, context);
        return null;
    }
}
