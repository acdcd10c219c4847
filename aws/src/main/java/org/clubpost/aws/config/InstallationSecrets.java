package org.clubpost.aws.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.secret.SigningKeys;

/**
 * The two kinds of secrets of an installation.
 *
 * <p>Written as lines (java.util.Properties), each key as the base64 of its 256 bits:
 * <pre>
 * installation = …
 * signing.current = 2
 * signing.1 = …
 * signing.2 = …
 * signing.2.made = 2026-11-28
 * </pre>
 * To rotate, add a key under the next number ({@link #withNewKey}) and make it current ({@link #withNewestCurrent}). A
 * key may be removed once no link that it signed needs to work any more. {@code installation} never changes: with another value, nobody would be found under their
 * address again.
 *
 * @param installation the key under which people are stored ({@link org.clubpost.core.secret.SubscriberIds})
 * @param signing the keys with which links are signed
 * @param made the days (UTC) on which signing keys were added, by their numbers; those that were made with the
 *         installation have none
 */
public record InstallationSecrets(SecretKey installation, SigningKeys signing, Map<Integer, LocalDate> made) {

    private static final String INSTALLATION = "installation";
    private static final String CURRENT = "signing.current";
    private static final Pattern SIGNING = Pattern.compile("signing\\.(\\d{1,3})");
    private static final Pattern MADE = Pattern.compile("signing\\.(\\d{1,3})\\.made");
    private static final String HMAC = "HmacSHA256";
    /** No address, so that no subscriber's id is the edge key. */
    private static final String EDGE = "the edge key";
    private static final int KEY_OCTETS = 32;

    /** Copies the days. */
    public InstallationSecrets {
        made = Map.copyOf(made);
    }

    /** With keys that were made with the installation. */
    public InstallationSecrets(SecretKey installation, SigningKeys signing) {
        this(installation, signing, Map.of());
    }

    /**
     * With one more signing key, which verifies and does not sign yet.
     *
     * @param random must be a cryptographically strong source
     * @param today the day in UTC
     * @throws IllegalArgumentException when there is no number left
     */
    public InstallationSecrets withNewKey(RandomGenerator random, LocalDate today) {
        var more = signing.with(newKey(random));
        var days = new TreeMap<>(made);
        days.put(more.newest(), today);
        return new InstallationSecrets(installation, more, days);
    }

    /** With the newest signing key as the one that signs. */
    public InstallationSecrets withNewestCurrent() {
        return new InstallationSecrets(installation, signing.withNewestCurrent(), made);
    }

    /**
     * New secrets, with one signing key.
     *
     * @param random must be a cryptographically strong source, such as {@link java.security.SecureRandom}
     */
    public static InstallationSecrets generate(RandomGenerator random) {
        return new InstallationSecrets(newKey(random), new SigningKeys(1, Map.of(1, newKey(random))));
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalStateException naming the line that is missing or malformed, never its value
     */
    public static InstallationSecrets parse(String text) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the secrets are no lines of the form name = value", e);
        }
        var keys = new TreeMap<Integer, SecretKey>();
        for (var name : lines.stringPropertyNames()) {
            var number = SIGNING.matcher(name);
            if (number.matches()) {
                keys.put(Integer.parseInt(number.group(1)), key(lines, name));
            }
        }
        try {
            return new InstallationSecrets(key(lines, INSTALLATION),
                    new SigningKeys(Integer.parseInt(value(lines, CURRENT)), keys), days(lines));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "in the secrets, " + CURRENT + " names no key, or a key's number is above 255", e);
        }
    }

    /** A day that cannot be read is no reason to do without a key. */
    private static Map<Integer, LocalDate> days(Properties lines) {
        var days = new TreeMap<Integer, LocalDate>();
        for (var name : lines.stringPropertyNames()) {
            var number = MADE.matcher(name);
            if (number.matches()) {
                try {
                    days.put(Integer.parseInt(number.group(1)), LocalDate.parse(value(lines, name)));
                } catch (DateTimeException noDay) {
                    days.remove(Integer.valueOf(number.group(1)));
                }
            }
        }
        return days;
    }

    /**
     * Reads the secrets from a file.
     *
     * @throws UncheckedIOException when it cannot be read
     * @throws IllegalStateException as {@link #parse} does
     */
    public static InstallationSecrets read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines. Anyone who has them can sign links and test addresses. */
    public String text() {
        var text = new StringBuilder();
        line(text, INSTALLATION, written(installation));
        line(text, CURRENT, Integer.toString(signing.current()));
        new TreeMap<>(signing.keys()).forEach((number, key) -> line(text, "signing." + number, written(key)));
        new TreeMap<>(made).forEach((number, day) -> line(text, "signing." + number + ".made", day.toString()));
        return text.toString();
    }

    /**
     * What CloudFront shows to the functions, so that nobody gets past it: 64 hexadecimal digits. It follows from the
     * installation's key, so it is the same however often it is asked for, and a new signing key does not change it.
     */
    public String edgeKey() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(installation);
            return HexFormat.of().formatHex(mac.doFinal(EDGE.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(" = ").append(value).append('\n');
    }

    private static SecretKey key(Properties lines, String name) {
        try {
            var octets = Base64.getDecoder().decode(value(lines, name));
            if (octets.length == KEY_OCTETS) {
                return new SecretKeySpec(octets, HMAC);
            }
            throw new IllegalStateException("in the secrets, " + name + " has not 256 bits");
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("in the secrets, " + name + " is not base64");
        }
    }

    private static String value(Properties lines, String name) {
        return Optional.ofNullable(lines.getProperty(name)).map(String::strip)
                .orElseThrow(() -> new IllegalStateException("the secrets lack the line " + name));
    }

    private static SecretKey newKey(RandomGenerator random) {
        var octets = new byte[KEY_OCTETS];
        random.nextBytes(octets);
        return new SecretKeySpec(octets, HMAC);
    }

    private static String written(SecretKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Says what this is, and none of the keys. */
    @Override
    public String toString() {
        return "InstallationSecrets[hidden]";
    }
}
