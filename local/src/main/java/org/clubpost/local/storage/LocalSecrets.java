package org.clubpost.local.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Properties;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.link.SigningKeys;

/**
 * The installation's secrets, in a file that only its owner can read. They are made at the first start and must then stay: without the first one nobody is
 * found again, and without the signing keys no link in a mail that was sent works.
 *
 * <p><b>Shape of the file.</b> {@code installation} is the secret behind the subscribers' keys, {@code signing.N} the signing key of number N and
 * {@code signing.current} the number of the one that signs; each key is 32 octets in Base64.
 *
 * @param installation the secret behind the subscribers' keys
 * @param signing the keys that links are signed with
 */
public record LocalSecrets(SecretKey installation, SigningKeys signing) {

    private static final String FILE = "secrets.properties";
    private static final String INSTALLATION = "installation";
    private static final String SIGNING = "signing.";
    private static final String CURRENT = SIGNING + "current";
    private static final int OCTETS = 32;

    /** Reads the secrets of that data directory, or makes them. */
    public static LocalSecrets open(Path data, RandomGenerator random) throws IOException {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            var values = new Properties();
            values.setProperty(INSTALLATION, fresh(random));
            values.setProperty(SIGNING + 1, fresh(random));
            values.setProperty(CURRENT, "1");
            OwnerOnlyFile.write(file, values);
        }
        return read(data);
    }

    /** Reads the secrets of that data directory. */
    public static LocalSecrets read(Path data) throws IOException {
        var values = OwnerOnlyFile.read(data.resolve(FILE));
        var keys = new HashMap<Integer, SecretKey>();
        for (var name : values.stringPropertyNames()) {
            if (name.startsWith(SIGNING) && !name.equals(CURRENT)) {
                keys.put(Integer.valueOf(name.substring(SIGNING.length())), key(values.getProperty(name)));
            }
        }
        return new LocalSecrets(key(values.getProperty(INSTALLATION)),
                new SigningKeys(Integer.parseInt(values.getProperty(CURRENT)), keys));
    }

    private static String fresh(RandomGenerator random) {
        var octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    private static SecretKey key(String base64) {
        return new SecretKeySpec(Base64.getDecoder().decode(base64), "HmacSHA256");
    }

    /** Says what this is, and none of it. */
    @Override
    public String toString() {
        return "LocalSecrets[hidden]";
    }
}
