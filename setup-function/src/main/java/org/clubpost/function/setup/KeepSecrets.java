package org.clubpost.function.setup;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmParameters;

/**
 * {@code Custom::Secrets}: makes the installation's keys when there are none, in the parameter that {@code Parameter} names. CloudFormation itself makes no
 * encrypted parameters. The keys outlive the stack: without them no member that it leaves behind is ever found again.
 */
final class KeepSecrets implements Chore {

    private final SsmParameters parameters;
    private final RandomGenerator random;

    /**
     * @param random cryptographically strong
     */
    KeepSecrets(SsmParameters parameters, RandomGenerator random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    public Made make(Properties properties) {
        var name = properties.text("Parameter");
        parameters.create(name, InstallationSecrets.generate(random).text());
        return new Made(name, Map.of());
    }

    /** They stay. */
    @Override
    public void remove(String id, Properties properties) {}
}
