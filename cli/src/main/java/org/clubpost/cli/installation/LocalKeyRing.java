package org.clubpost.cli.installation;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.LocalData;

/**
 * The keys in a data directory.
 *
 * @param data the open directory
 */
record LocalKeyRing(LocalData data) implements KeyRing {

    @Override
    public InstallationSecrets read() {
        return data.secrets();
    }

    @Override
    public InstallationSecrets rotate(RandomGenerator random, LocalDate today, Consumer<String> progress) {
        try {
            return LocalData.rotate(data.layout(), random, today);
        } catch (IOException e) {
            throw new CommandFailure("The keys in " + data.layout().secrets()
                    + " cannot be read or written. They are as they were.");
        }
    }
}
