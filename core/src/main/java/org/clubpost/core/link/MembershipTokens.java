package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberId;

/**
 * Signs and checks membership tokens, without storage. Safe for use by many threads.
 *
 * <p>Written as base64url without padding (RFC 4648 section 5) of: key number, purpose, the 16 octets of the
 * subscriber's key, the list's name, and the first 16 octets of HMAC-SHA-256 (RFC 2104) over everything before it. For
 * a purpose with a time, its milliseconds since 1970 stand before the name, as 8 octets, the highest first.
 */
public final class MembershipTokens {

    private static final String HMAC = "HmacSHA256";
    private static final int HEAD = 1 + 1 + 16;
    private static final int TIME_OCTETS = 8;
    private static final int MAC_OCTETS = 16;
    private static final int MAX_TEXT = 128;

    private final Supplier<SigningKeys> source;
    private volatile Ready ready;

    /**
     * Keys that are ready for use.
     *
     * @param keys the keys
     * @param macs one prototype for each, already holding the key. It is never used itself; a clone of it costs less than
     *         a new one (docs/performance.md)
     */
    private record Ready(SigningKeys keys, Map<Integer, Mac> macs) {

        static Ready of(SigningKeys keys) {
            return new Ready(keys, keys.keys().entrySet().stream().collect(
                    Collectors.toUnmodifiableMap(Map.Entry::getKey,
                            entry -> MembershipTokens.ready(entry.getValue()))));
        }

        Mac current() {
            return Optional.ofNullable(macs.get(keys.current())).orElseThrow();
        }
    }

    /**
     * @param keys the keys to sign and verify with
     */
    public MembershipTokens(SigningKeys keys) {
        this(() -> keys);
    }

    /**
     * @param source gives the keys of the moment; asked for every token, so it should be quick
     */
    public MembershipTokens(Supplier<SigningKeys> source) {
        this.source = source;
        this.ready = Ready.of(source.get());
    }

    /** Two threads may both make the same keys ready. */
    private Ready now() {
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

    /** The token for the link, under the current key. The same link always gives the same token. */
    public String sign(MembershipLink link) {
        var now = now();
        var name = link.list().value().getBytes(US_ASCII);
        var signed = HEAD + (link.time().isPresent() ? TIME_OCTETS : 0) + name.length;
        var token = ByteBuffer.allocate(signed + MAC_OCTETS).put((byte) now.keys().current())
                .put(link.purpose().code())
                .put(HexFormat.of().parseHex(link.subscriber().hex()));
        link.time().ifPresent(time -> token.putLong(time.toEpochMilli()));
        token.put(name);
        var mac = mac(now.current(), token.array(), signed);
        token.put(mac, 0, MAC_OCTETS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Checks a token from a link. Empty when it was not signed by one of the keys. */
    public Optional<MembershipLink> verify(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (token.length <= HEAD + MAC_OCTETS) {
            return Optional.empty();
        }
        var signed = token.length - MAC_OCTETS;
        return Optional.ofNullable(now().macs().get(Byte.toUnsignedInt(token[0])))
                .filter(key -> MessageDigest.isEqual(Arrays.copyOf(mac(key, token, signed), MAC_OCTETS),
                        Arrays.copyOfRange(token, signed, token.length)))
                .flatMap(_ -> read(ByteBuffer.wrap(token, 1, signed - 1)));
    }

    private static Optional<MembershipLink> read(ByteBuffer signed) {
        var code = signed.get();
        var subscriber = new byte[16];
        signed.get(subscriber);
        var purpose = Stream.of(LinkPurpose.values()).filter(each -> each.code() == code).findFirst();
        if (purpose.isEmpty() || (purpose.get().isTimed() && signed.remaining() < TIME_OCTETS)) {
            return Optional.empty();
        }
        var time = purpose.get().isTimed()
                ? Optional.of(Instant.ofEpochMilli(signed.getLong()))
                : Optional.<Instant>empty();
        return ListId.parse(US_ASCII.decode(signed).toString())
                .map(list -> new MembershipLink(purpose.get(), list,
                        new SubscriberId(HexFormat.of().formatHex(subscriber)), time));
    }

    private static byte[] mac(Mac ready, byte[] text, int length) {
        try {
            var mac = (Mac) ready.clone();
            mac.update(text, 0, length);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + HMAC + " can be cloned", e);
        }
    }
}
