package org.clubpost.cli.cloud;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Pause;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * The keys of a stack. Its functions read them when a version of them is published, and not again. So a rotation has two
 * rounds. In the first, every function learns the new key, and goes on signing with the old one. In the second, the new
 * one becomes the one that signs. At no time does a function meet a link whose key it does not know. A rotation that
 * broke off is finished by the next one.
 */
public final class StackSecrets {

    private static final String KEY_VERSION = "KeyVersion";
    /** Systems Manager quotas, "Parameter Store", standard parameters. */
    private static final int LONGEST_TEXT = 4_096;

    private final Cloud cloud;
    private final CloudStack stack;
    private final StackRest rest;

    /**
     * @param pause what happens before each further look at a stack that is being updated
     */
    public StackSecrets(Cloud cloud, CloudStack stack, Pause pause) {
        this.cloud = cloud;
        this.stack = stack;
        this.rest = new StackRest(cloud.cloudFormation(), stack.name(), pause);
    }

    /** The keys as they are stored. */
    public InstallationSecrets read() {
        return cloud.secrets(stack);
    }

    /**
     * Adds a signing key, or takes the one that a rotation left behind that broke off, and makes it the one that signs.
     *
     * @param random must be cryptographically strong
     * @param progress is told what happens, a line each
     * @return the secrets as they are now
     * @throws CommandFailure when something refuses; the same command goes on from there
     */
    public InstallationSecrets rotate(RandomGenerator random, LocalDate today, Consumer<String> progress) {
        var known = read();
        if (known.signing().newest() == known.signing().current()) {
            known = known.withNewKey(random, today);
            write(known);
        }
        progress.accept("Every function learns key " + known.signing().newest() + " ...");
        var version = publish(keyVersion());
        var rotated = known.withNewestCurrent();
        write(rotated);
        progress.accept("Every function signs with key " + rotated.signing().current() + " ...");
        publish(version);
        return rotated;
    }

    private void write(InstallationSecrets secrets) {
        var name = stack.output("SecretsParameter");
        var text = secrets.text();
        if (text.length() > LONGEST_TEXT) {
            throw new CommandFailure("There are too many keys for one parameter. Take the oldest ones out of " + name
                    + " first (docs/deploy.md, \"Changing the keys\").");
        }
        if (Reply.of("ssm:PutParameter on " + name, () -> cloud.ssm().putParameter(request -> request.name(name)
                .value(text).type(ParameterType.SECURE_STRING).overwrite(true))) instanceof Reply.Refused<?> refused) {
            throw refused.failure("Parameter Store");
        }
    }

    private int keyVersion() {
        var version = cloud.stack(stack.name()).parameters().getOrDefault(KEY_VERSION, "");
        if (!version.matches("\\d{1,8}")) {
            throw new CommandFailure("The stack " + stack.name() + " has no parameter " + KEY_VERSION
                    + ". Is it Clubpost's?");
        }
        return Integer.parseInt(version);
    }

    /** Has a new version of every function published, and returns the number that this took. */
    private int publish(int before) {
        var others = stack.parameters().keySet().stream().filter(key -> !key.equals(KEY_VERSION))
                .map(key -> Parameter.builder().parameterKey(key).usePreviousValue(true).build());
        var number = Parameter.builder().parameterKey(KEY_VERSION).parameterValue(Integer.toString(before + 1)).build();
        if (Reply.of("cloudformation:UpdateStack", () -> cloud.cloudFormation().updateStack(request -> request
                .stackName(stack.name()).usePreviousTemplate(true)
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM,
                        Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(Stream.concat(others, Stream.of(number)).toList()))) instanceof Reply.Refused<?> refused) {
            throw refused.failure("CloudFormation");
        }
        var status = rest.await(stack.name()).orElse("gone");
        if (!status.equals("UPDATE_COMPLETE")) {
            throw new CommandFailure("CloudFormation could not publish the functions: "
                    + rest.reason(stack.name()).orElse("it says " + status)
                    + ". Nothing is lost: all links work. Run the command again.");
        }
        return before + 1;
    }
}
