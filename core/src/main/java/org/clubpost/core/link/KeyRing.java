package org.clubpost.core.link;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.clubpost.core.secret.SigningKeys;

/** The keys of the moment, ready to compute HMAC-SHA-256 (RFC 2104). Safe for use by many threads. */
final class KeyRing {

    private static final String HMAC = "HmacSHA256";

    private final Supplier<SigningKeys> source;
    private volatile Ready ready;

    /**
     * Keys that are ready for use.
     *
     * @param keys the keys
     * @param macs one prototype for each, already holding the key. It is never used itself; a clone of it costs less
     *         than a new one (docs/performance.md)
     */
    record Ready(SigningKeys keys, Map<Integer, Mac> macs) {

        static Ready of(SigningKeys keys) {
            return new Ready(keys, keys.keys().entrySet().stream().collect(
                    Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> KeyRing.ready(entry.getValue()))));
        }

        /** The number of the key that signs. */
        int current() {
            return keys.current();
        }

        /** Whether there is a key of that number. */
        boolean has(int number) {
            return macs.containsKey(number);
        }

        /** The signature of the first octets under the current key. */
        byte[] mac(byte[] text, int length) {
            return mac(Optional.ofNullable(macs.get(current())).orElseThrow(), text, length);
        }

        /**
         * Whether this is how the signature of the first octets begins, under the key whose number the first octet is.
         * Takes as long whatever the signature is.
         */
        boolean isSigned(byte[] text, int length, byte[] signature) {
            var key = macs.get(Byte.toUnsignedInt(text[0]));
            return key != null && MessageDigest.isEqual(
                    Arrays.copyOf(mac(key, text, length), signature.length), signature);
        }

        private static byte[] mac(Mac prototype, byte[] text, int length) {
            try {
                var mac = (Mac) prototype.clone();
                mac.update(text, 0, length);
                return mac.doFinal();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's own " + HMAC + " can be cloned", e);
            }
        }
    }

    /**
     * @param source gives the keys of the moment; asked for every token
     */
    KeyRing(Supplier<SigningKeys> source) {
        this.source = source;
        this.ready = Ready.of(source.get());
    }

    /** Two threads may both make the same keys ready. */
    Ready now() {
        var keys = source.get();
        var known = ready;
        if (!known.keys().equals(keys)) {
            known = Ready.of(keys);
            ready = known;
        }
        return known;
    }

    private static Mac ready(SecretKey key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
