package org.clubpost.aws.resource;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.aws.log.FunctionLog;

/**
 * Does the {@link Chore} of a custom resource, and answers at the URL where CloudFormation waits for it. Whatever goes
 * wrong is answered too; otherwise CloudFormation would wait for an hour.
 */
public final class CustomResources {

    private static final String NEVER_MADE = "never-made";

    private final FunctionLog log;
    private final Map<String, Chore> chores;
    private final CloudFormationAnswers answers = new CloudFormationAnswers();

    /**
     * @param function the name of the function in its log
     * @param chores by the type of their resource
     */
    public CustomResources(String function, Map<String, Chore> chores) {
        this.log = new FunctionLog(function);
        this.chores = Map.copyOf(chores);
    }

    /**
     * Handles one request of CloudFormation's.
     *
     * @throws java.io.UncheckedIOException when the answer cannot be given; the event may be delivered again
     */
    public void handle(CloudFormationCustomResourceEvent event, Context context) {
        var line = log.line(context.getAwsRequestId()).with("type", String.valueOf(event.getResourceType()))
                .with("act", String.valueOf(event.getRequestType()));
        try {
            answers.done(event, handle(event));
            log.info(line.outcome("done"));
        } catch (RuntimeException failed) {
            log.error(line.outcome("failed").failure(failed));
            answers.failed(event, id(event), String.valueOf(failed.getMessage()));
        }
    }

    private Chore.Made handle(CloudFormationCustomResourceEvent event) {
        var chore = Optional.ofNullable(chores.get(event.getResourceType())).orElseThrow(
                () -> new IllegalArgumentException("there is no chore for " + event.getResourceType()));
        var properties = new Chore.Properties(texts(event));
        if ("Delete".equals(event.getRequestType())) {
            chore.remove(id(event), properties);
            return new Chore.Made(id(event), Map.of());
        }
        return chore.make(properties);
    }

    /**
     * A resource that failed before it was made has no id yet. CloudFormation wants one all the same, and asks for its
     * removal under that id.
     */
    private static String id(CloudFormationCustomResourceEvent event) {
        return event.getPhysicalResourceId() == null ? NEVER_MADE : event.getPhysicalResourceId();
    }

    private static Map<String, String> texts(CloudFormationCustomResourceEvent event) {
        var texts = new TreeMap<String, String>();
        if (event.getResourceProperties() != null) {
            event.getResourceProperties().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }
}
