package org.clubpost.cli.doctor.read;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.FunctionFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Policy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How the functions of a stack are set up, in the version that is in use. */
final class Functions implements AutoCloseable {

    private static final String IN_USE = "live";

    private final CloudFormationClient cloudFormation;
    private final LambdaClient lambda;
    private final CloudStack stack;

    Functions(Cloud cloud, CloudStack stack) {
        cloudFormation = cloud.cloudFormation();
        lambda = cloud.lambda();
        this.stack = stack;
    }

    Look<FunctionFact> function(String logicalName) {
        return switch (physical(logicalName)) {
            case Look.Seen<String>(var name) -> Looks.at("lambda:GetFunctionConfiguration", () -> {
                var answer = lambda.getFunctionConfiguration(request -> request.functionName(name).qualifier(IN_USE));
                return new FunctionFact(name, requireNonNullElse(answer.stateAsString(), ""),
                        requireNonNullElse(answer.stateReason(), ""));
            });
            case Look<String> other -> other.map(name -> new FunctionFact(name, "", ""));
        };
    }

    Look<Policy> policy(String logicalName) {
        return switch (physical(logicalName)) {
            case Look.Seen<String>(var name) -> Looks.at("lambda:GetPolicy", () -> PolicyDocument.parse(
                    lambda.getPolicy(request -> request.functionName(name).qualifier(IN_USE)).policy()));
            case Look<String> other -> other.map(_ -> new Policy(List.of()));
        };
    }

    Look<String> deliveries() {
        return switch (physical("DeliverFunctionRange")) {
            case Look.Seen<String>(var id) -> Looks.at("lambda:GetEventSourceMapping",
                    () -> lambda.getEventSourceMapping(request -> request.uuid(id)).state());
            case Look<String> other -> other;
        };
    }

    /** The name that CloudFormation gave to a part of the stack. */
    private Look<String> physical(String logicalName) {
        return Looks.at("cloudformation:DescribeStackResource", () -> cloudFormation
                .describeStackResource(request -> request.stackName(stack.name()).logicalResourceId(logicalName))
                .stackResourceDetail().physicalResourceId());
    }

    @Override
    public void close() {
        lambda.close();
    }
}
