package org.clubpost.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.local.files.OwnerOnlyFile;

/** The file of the installation's secrets. It is made at the first start, and only its owner can read it. */
final class LocalSecrets {

    private LocalSecrets() {}

    /** Reads the secrets in that file, or makes them. */
    static InstallationSecrets open(Path file, RandomGenerator random) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnlyFile.write(file, InstallationSecrets.generate(random).text());
        }
        return read(file);
    }

    /**
     * Reads the secrets in that file.
     *
     * @throws IOException also when what is there cannot be secrets
     */
    static InstallationSecrets read(Path file) throws IOException {
        try {
            return InstallationSecrets.parse(OwnerOnlyFile.read(file));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IOException("the secrets in " + file + " are damaged; take the file of a backup", e);
        }
    }
}
