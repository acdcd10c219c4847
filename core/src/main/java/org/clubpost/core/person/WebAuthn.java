package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a passkey says, checked with the JDK's cryptography (W3C, Web Authentication Level 3). We ask for no attestation,
 * so a registration is the public key that the browser gives us with {@code getPublicKey()}; only assertions are signed.
 *
 * @param host the host of the public address, which passkeys are bound to (section 5.1.2, "rpId")
 * @param origin the public address itself, without a path
 */
public record WebAuthn(String host, String origin) {

    /** The COSE algorithm ES256 (RFC 9053 section 2.1). */
    public static final int ES256 = -7;
    /** The COSE algorithm RS256 (RFC 8812 section 2). */
    public static final int RS256 = -257;

    /** Section 6.1: a hash, flags and a counter, and perhaps more behind them. */
    private static final int HEAD = 32 + 1 + 4;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int P256_BITS = 256;
    private static final int RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 4096;

    /**
     * What a browser sent about a passkey, each in base64url without padding.
     *
     * @param authenticatorData what the device says (section 6.1)
     * @param clientData what the browser says, JSON (section 5.8.1)
     */
    public record Said(String authenticatorData, String clientData) {}

    /** The octets that stand so in base64url; none when it is not base64url. */
    private static byte[] octets(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /**
     * The counter of a new passkey, when all is as it should be: the key is of a kind that we take, the challenge is
     * ours, the page was ours, and the device has seen and recognised the person.
     *
     * @param key the SubjectPublicKeyInfo, in base64url
     */
    Optional<Long> registered(String key, int algorithm, Said said, String challenge) {
        return key(key, algorithm).isPresent() && isOurs(said, "webauthn.create", challenge)
                ? Optional.of(counter(said))
                : Optional.empty();
    }

    /**
     * The counter of the passkey after it signed, when all is as it should be. A counter that does not grow shows a copy
     * of the passkey (section 7.2, step 22); those that do not count stay at 0.
     */
    Optional<Long> asserted(Passkey passkey, Said said, String signature, String challenge) {
        var verified = isOurs(said, "webauthn.get", challenge)
                && key(passkey.key(), passkey.algorithm())
                        .filter(known -> isSigned(known, passkey.algorithm(), said, signature))
                        .isPresent();
        if (!verified) {
            return Optional.empty();
        }
        var counter = counter(said);
        return (counter == 0 && passkey.counter() == 0) || counter > passkey.counter()
                ? Optional.of(counter)
                : Optional.empty();
    }

    private boolean isOurs(Said said, String type, String challenge) {
        var data = octets(said.authenticatorData());
        return data.length >= HEAD && MessageDigest.isEqual(Arrays.copyOf(data, 32), sha256(host.getBytes(UTF_8)))
                && (data[32] & PRESENT) != 0 && (data[32] & VERIFIED) != 0
                && ClientData.parse(new String(octets(said.clientData()), UTF_8))
                        .filter(client -> client.equals(new ClientData(type, challenge, origin))).isPresent();
    }

    private static long counter(Said said) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(octets(said.authenticatorData())).getInt(HEAD - 4));
    }

    /** Section 6.5.5: an ECDSA signature is in DER, as the JDK has it. */
    private static boolean isSigned(PublicKey key, int algorithm, Said said, String signature) {
        try {
            var verifier = Signature.getInstance(algorithm == ES256 ? "SHA256withECDSA" : "SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(octets(said.authenticatorData()));
            verifier.update(sha256(octets(said.clientData())));
            return verifier.verify(octets(signature));
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static Optional<PublicKey> key(String spki, int algorithm) {
        try {
            return switch (algorithm) {
                case ES256 ->
                    Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(octets(spki))))
                            .filter(key -> key instanceof ECPublicKey ec
                                    && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS);
                case RS256 ->
                    Optional.of(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(octets(spki))))
                            .filter(key -> key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= RSA_BITS
                                    && rsa.getModulus().bitLength() <= MOST_RSA_BITS);
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
