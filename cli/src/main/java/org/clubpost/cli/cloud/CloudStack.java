package org.clubpost.cli.cloud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.cli.output.CommandFailure;

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

    /** Reads one stack out of CloudFormation's answer. */
    static CloudStack of(String region, XmlElement answer) {
        var stack = answer.first("Stacks").first("member");
        var id = stack.text("StackId").split(":", -1);
        return new CloudStack(stack.text("StackName"), region, id.length > 4 ? id[4] : "", stack.text("StackStatus"),
                pairs(stack, "Parameters", "ParameterKey", "ParameterValue"),
                pairs(stack, "Outputs", "OutputKey", "OutputValue"));
    }

    private static Map<String, String> pairs(XmlElement stack, String list, String key, String value) {
        var pairs = new LinkedHashMap<String, String>();
        stack.members(list).forEach(member -> pairs.put(member.text(key), member.text(value)));
        return pairs;
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

    /** The name of our own set of receipt rules, which is made when no set is active. */
    public String ownRuleSet() {
        return "clubpost-" + name;
    }
}
