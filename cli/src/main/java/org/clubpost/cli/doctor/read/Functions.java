package org.clubpost.cli.doctor.read;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.FunctionFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Policy;

/** How the functions of a stack are set up, in the version that is in use. */
final class Functions {

    private static final String IN_USE = "live";

    private final Cloud cloud;
    private final CloudStack stack;

    Functions(Cloud cloud, CloudStack stack) {
        this.cloud = cloud;
        this.stack = stack;
    }

    Look<FunctionFact> function(String logicalName) {
        return switch (physical(logicalName)) {
            case Look.Seen<String>(var name) -> Looks.at("lambda:GetFunctionConfiguration", () -> {
                var answer = cloud.lambda()
                        .getFunctionConfiguration(request -> request.functionName(name).qualifier(IN_USE));
                return new FunctionFact(name, requireNonNullElse(answer.stateAsString(), ""),
                        requireNonNullElse(answer.stateReason(), ""));
            });
            case Look<String> other -> other.map(name -> new FunctionFact(name, "", ""));
        };
    }

    Look<Policy> policy(String logicalName) {
        return switch (physical(logicalName)) {
            case Look.Seen<String>(var name) -> Looks.at("lambda:GetPolicy", () -> PolicyDocument.parse(
                    cloud.lambda().getPolicy(request -> request.functionName(name).qualifier(IN_USE)).policy()));
            case Look<String> other -> other.map(_ -> new Policy(List.of()));
        };
    }

    Look<String> deliveries() {
        return switch (physical("DeliverFunctionRange")) {
            case Look.Seen<String>(var id) -> Looks.at("lambda:GetEventSourceMapping",
                    () -> cloud.lambda().getEventSourceMapping(request -> request.uuid(id)).state());
            case Look<String> other -> other;
        };
    }

    /** The name that CloudFormation gave to a part of the stack. */
    private Look<String> physical(String logicalName) {
        return Looks.at("cloudformation:DescribeStackResource", () -> cloud.cloudFormation()
                .describeStackResource(request -> request.stackName(stack.name()).logicalResourceId(logicalName))
                .stackResourceDetail().physicalResourceId());
    }
}
