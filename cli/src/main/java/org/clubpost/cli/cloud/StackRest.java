package org.clubpost.cli.cloud;

import java.util.Optional;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Pause;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Waits until CloudFormation has done what it was asked to.
 *
 * @param cloudFormation CloudFormation; is not closed here
 * @param clubpost the name of the stack that the command works on, for what is said when it takes too long
 * @param pause what happens before each further look
 */
record StackRest(CloudFormationClient cloudFormation, String clubpost, Pause pause) {

    private static final String SERVICE = "CloudFormation";

    /** The status in which the stack comes to rest; empty when it is gone. */
    Optional<String> await(String id) {
        for (var attempt = 1;; attempt++) {
            switch (describe(id)) {
                case Reply.Done(var answer) -> {
                    var status = answer.stacks().getFirst().stackStatusAsString();
                    if (!status.endsWith("_IN_PROGRESS")) {
                        return Optional.of(status);
                    }
                }
                case Reply.Refused<?> refused when refused.isMissing() -> {
                    return Optional.empty();
                }
                case Reply.Refused<?> refused -> throw refused.failure(SERVICE);
            }
            if (!pause.before(attempt + 1)) {
                throw new CommandFailure("CloudFormation is still at it. Look again in a while with: ./clubpost doctor "
                        + "--stack " + clubpost);
            }
        }
    }

    /** CloudFormation's answer about a stack. */
    Reply<DescribeStacksResponse> describe(String id) {
        return Reply.of("cloudformation:DescribeStacks",
                () -> cloudFormation.describeStacks(request -> request.stackName(id)));
    }

    /** The first thing that failed; CloudFormation tells the last one first. */
    Optional<String> reason(String id) {
        return Reply.of("cloudformation:DescribeStackEvents",
                () -> cloudFormation.describeStackEvents(
                        request -> request.stackName(id))) instanceof Reply.Done(var told)
                                ? told.stackEvents().reversed().stream()
                                        .filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                                        .map(StackEvent::resourceStatusReason).findFirst()
                                : Optional.empty();
    }
}
