package org.clubpost.cli.installation;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.cli.cloud.StackSecrets;

/**
 * The keys of a stack in AWS.
 *
 * @param secrets the parameter that they are in, and the functions that read them
 */
record StackKeyRing(StackSecrets secrets) implements KeyRing {

    @Override
    public InstallationSecrets read() {
        return secrets.read();
    }

    @Override
    public InstallationSecrets rotate(RandomGenerator random, LocalDate today, Consumer<String> progress) {
        return secrets.rotate(random, today, progress);
    }
}
