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
    /** The characters of a token of a list with a name of one letter. */
    private static final int SHORTEST = Base64Url.length(HEAD + 1 + MAC_OCTETS);

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

    /**
     * Where the token ends that begins at a place in a text, whatever follows it there.
     *
     * <p>Looks at three characters of most texts. Signatures are computed only where a number of a key of ours and a
     * known purpose are followed by what can be a list's name: at most as many as such a name has characters.
     *
     * @param text ASCII; must have characters of base64url only from {@code from} to {@code to}
     * @param from where the token begins
     * @param to where the characters of base64url end
     * @return just behind the token's last character; -1 when none begins there
     */
    public int end(byte[] text, int from, int to) {
        if (!mayBegin(text, from, to)) {
            return -1;
        }
        var octets = Base64Url.beginning(text, from, Math.min(to, from + MAX_TEXT));
        var key = Optional.ofNullable(now().macs().get(Byte.toUnsignedInt(octets[0])));
        var head = HEAD + (LinkPurpose.isTimed(octets[1]) ? TIME_OCTETS : 0);
        for (var signed = head + 1; signed + MAC_OCTETS <= octets.length && isOfName(octets[signed - 1]); signed++) {
            var mac = Arrays.copyOfRange(octets, signed, signed + MAC_OCTETS);
            var length = signed;
            if (key.filter(known -> MessageDigest.isEqual(Arrays.copyOf(mac(known, octets, length), MAC_OCTETS), mac))
                    .flatMap(_ -> read(ByteBuffer.wrap(octets, 1, length - 1))).isPresent()) {
                return from + Base64Url.length(signed + MAC_OCTETS);
            }
        }
        return -1;
    }

    /** Whether a token of ours may begin at a place in a text, as far as three characters tell. */
    public boolean mayBegin(byte[] text, int from, int to) {
        if (to - from < SHORTEST) {
            return false;
        }
        var begin = Base64Url.value(text[from]) << 12 | Base64Url.value(text[from + 1]) << 6
                | Base64Url.value(text[from + 2]);
        return LinkPurpose.isCode((byte) (begin >> 2)) && now().macs().containsKey(begin >> 10);
    }

    private static boolean isOfName(byte octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9') || octet == '-';
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
