package org.clubpost.cli.cloud;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.cli.output.CommandFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * What the CloudFormation stack of {@code template.yaml} says of itself.
 *
 * @param name such as {@code clubpost}
 * @param region such as {@code eu-central-1}
 * @param account the account's number
 * @param status CloudFormation's word for its state, such as {@code UPDATE_COMPLETE}
 * @param parameters what it was made with
 * @param outputs what came of it
 */
public record CloudStack(String name, String region, String account, String status, Map<String, String> parameters,
        Map<String, String> outputs) {

    /**
     * What a stack may be called, so that the names made of it are not too long (template.yaml,
     * ses-rules/template.yaml).
     */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,22}");

    /** Copies the maps. */
    public CloudStack {
        parameters = Map.copyOf(parameters);
        outputs = Map.copyOf(outputs);
    }

    /** Whether a stack may have that name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** What CloudFormation says of a stack. */
    static CloudStack of(String region, Stack stack) {
        var id = stack.stackId().split(":", -1);
        return new CloudStack(stack.stackName(), region, id.length > 4 ? id[4] : "", stack.stackStatusAsString(),
                stack.parameters().stream().collect(Collectors.toMap(Parameter::parameterKey,
                        parameter -> Objects.requireNonNullElse(parameter.parameterValue(), ""))),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
    }

    /** That output, when it has it. */
    public Optional<String> find(String output) {
        return Optional.ofNullable(outputs.get(output));
    }

    /**
     * That output.
     *
     * @throws CommandFailure when it has none: it is no stack of Clubpost's, or not ready
     */
    public String output(String output) {
        return find(output).orElseThrow(() -> new CommandFailure("The stack " + name + " (" + status
                + ") has no output " + output + ". Is it Clubpost's, and was it deployed to the end?"));
    }

    /** The domain of its lists. */
    public String domain() {
        return output("Domain");
    }

    /** The name of the receipt rule of that list, as ses-rules/template.yaml makes it. */
    public String ruleName(String list) {
        return name + "-" + list;
    }

    /** The name of the stack with the receipt rule of that list. */
    public String listStackName(String list) {
        return name + "-list-" + list;
    }

    /** The name of the stack of edge.yaml, as docs/deploy.md has it. */
    public String edgeStackName() {
        return name + "-edge";
    }

    /** The name of our own set of receipt rules, which is made when no set is active. */
    public String ownRuleSet() {
        return "clubpost-" + name;
    }
}
