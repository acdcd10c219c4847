package org.clubpost.cli.installation;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;

/** The keys of an installation. */
public interface KeyRing {

    /** The keys as they are stored. */
    InstallationSecrets read();

    /**
     * Adds a signing key and makes it the one that signs; those of before go on verifying. When this returns, the
     * functions or the running service know it, or will within a second.
     *
     * @param random must be cryptographically strong
     * @param today the day in UTC
     * @param progress is told what happens, a line each
     * @return the keys as they are now
     * @throws org.clubpost.cli.output.CommandFailure when it cannot be done
     */
    InstallationSecrets rotate(RandomGenerator random, LocalDate today, Consumer<String> progress);
}
