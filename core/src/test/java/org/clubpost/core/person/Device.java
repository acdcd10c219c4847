package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** What a device does that keeps passkeys, with the JDK's keys. */
final class Device {

    private Device() {}

    /** A new pair: of an elliptic curve ({@code EC}) or {@code RSA}. */
    static KeyPair pair(String kind) {
        try {
            var maker = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                maker.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                maker.initialize(2048);
            }
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In base64url. */
    static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What device and browser say, as it comes. */
    static WebAuthn.Said said(String host, int flags, int counter, String type, String challenge,
            String origin) {
        var data = ByteBuffer.allocate(37).put(sha256(host.getBytes(UTF_8))).put((byte) flags).putInt(counter).array();
        return new WebAuthn.Said(text(data), text(("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge
                + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false}").getBytes(UTF_8)));
    }

    /** The device's signature of that. */
    static String signed(KeyPair pair, WebAuthn.Said said) {
        try {
            var signer = Signature.getInstance(
                    pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signer.initSign(pair.getPrivate());
            signer.update(Base64.getUrlDecoder().decode(said.authenticatorData()));
            signer.update(sha256(Base64.getUrlDecoder().decode(said.clientData())));
            return text(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
