package org.clubpost.local.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;

/**
 * The file of the installation's secrets in a data directory. It is made at the first start, and only its owner can
 * read it.
 */
public final class LocalSecrets {

    private static final String FILE = "secrets.properties";

    private LocalSecrets() {}

    /** Reads the secrets of that data directory, or makes them. */
    public static InstallationSecrets open(Path data, RandomGenerator random) throws IOException {
        if (!Files.exists(data.resolve(FILE))) {
            OwnerOnlyFile.write(data.resolve(FILE), InstallationSecrets.generate(random).text());
        }
        return read(data);
    }

    /** Reads the secrets of that data directory. */
    public static InstallationSecrets read(Path data) throws IOException {
        return InstallationSecrets.parse(OwnerOnlyFile.read(data.resolve(FILE)));
    }
}
