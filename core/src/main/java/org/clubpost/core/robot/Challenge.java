package org.clubpost.core.robot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.core.secret.SubscriberIds;

/**
 * A proof of work in the protocol of ALTCHA 1.x: find the number whose SHA-256 behind the salt is the challenge. Nothing
 * of it is stored until it is solved.
 *
 * @param challenge SHA-256 of salt and number, in hexadecimal
 * @param salt random, with the time until which it is good ({@code ?expires=}, seconds since 1970). It ends with an
 *         ampersand, so that no digit can wander from the number into the time.
 * @param signature ours, of the challenge
 */
public record Challenge(String challenge, String salt, String signature) {

    /** The name of the hash, as the protocol has it. */
    public static final String ALGORITHM = "SHA-256";
    /** The numbers to look through: about a second for a telephone, on average half of it. */
    public static final int MOST = 100_000;
    /** How long a challenge is good. */
    public static final Duration GOOD_FOR = Duration.ofHours(2);

    private static final int SALT_OCTETS = 12;
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=(\\d{10})&");

    /**
     * What a visitor's machine found.
     *
     * @param algorithm the name of the hash
     * @param challenge the challenge
     * @param number the number found
     * @param salt the salt
     * @param signature the signature
     */
    public record Solution(String algorithm, String challenge, long number, String salt, String signature) {}

    /** A new one. */
    static Challenge of(SubscriberIds ids, RandomGenerator random, Instant now) {
        var octets = new byte[SALT_OCTETS];
        random.nextBytes(octets);
        var salt = HexFormat.of().formatHex(octets) + "?expires=" + now.plus(GOOD_FOR).getEpochSecond() + "&";
        var challenge = hash(salt, random.nextInt(MOST + 1));
        return new Challenge(challenge, salt, signature(ids, challenge));
    }

    /** Whether it is the solution of a challenge of ours that is still good. Costs two hashes at most. */
    static boolean isSolved(Solution solution, SubscriberIds ids, Instant now) {
        var salt = SALT.matcher(solution.salt());
        return solution.algorithm().equals(ALGORITHM) && solution.number() >= 0 && solution.number() <= MOST
                && salt.matches() && now.getEpochSecond() <= Long.parseLong(salt.group(1))
                && FormStamp.isSame(solution.signature(), signature(ids, solution.challenge()))
                && FormStamp.isSame(solution.challenge(), hash(solution.salt(), solution.number()));
    }

    /** When a solved one ends to be good. */
    static Instant end(Solution solved) {
        var salt = SALT.matcher(solved.salt());
        return salt.matches() ? Instant.ofEpochSecond(Long.parseLong(salt.group(1))) : Instant.EPOCH;
    }

    private static String signature(SubscriberIds ids, String challenge) {
        return ids.digest("proof of work " + challenge);
    }

    private static String hash(String salt, long number) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance(ALGORITHM).digest((salt + number).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
