package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    private static final int HEAD = 1 + 1 + 16;
    private static final int TIME_OCTETS = 8;
    private static final int MAC_OCTETS = 16;
    private static final int MAX_TEXT = 128;
    private static final int MARK_OCTETS = 12;
    private static final int MARK_LENGTH = 16;
    /** The characters of a token of a list with a name of one letter. */
    private static final int SHORTEST = Base64Url.length(HEAD + 1 + MAC_OCTETS);

    private final KeyRing ring;
    private final ShortTokens shorts;
    private final BounceTokens bounces;

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
        this.ring = new KeyRing(source);
        this.shorts = new ShortTokens(ring);
        this.bounces = new BounceTokens(ring);
    }

    /** The short form of tokens, under the same keys. */
    public ShortTokens shorts() {
        return shorts;
    }

    /** The tokens of bounce addresses, under the same keys. */
    public BounceTokens bounces() {
        return bounces;
    }

    /** The token for the link, under the current key. The same link always gives the same token. */
    public String sign(MembershipLink link) {
        var now = ring.now();
        var name = link.list().value().getBytes(US_ASCII);
        var signed = HEAD + (link.time().isPresent() ? TIME_OCTETS : 0) + name.length;
        var token = ByteBuffer.allocate(signed + MAC_OCTETS).put((byte) now.current())
                .put(link.purpose().code())
                .put(HexFormat.of().parseHex(link.subscriber().hex()));
        link.time().ifPresent(time -> token.putLong(time.toEpochMilli()));
        token.put(name);
        token.put(now.mac(token.array(), signed), 0, MAC_OCTETS);
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
        return ring.now().isSigned(token, signed, Arrays.copyOfRange(token, signed, token.length))
                ? read(ByteBuffer.wrap(token, 1, signed - 1))
                : Optional.empty();
    }

    /**
     * A mark that only we can make of that text, under the current key: {@value #MARK_LENGTH} characters, base64url of
     * the key number and the first octets of HMAC-SHA-256.
     */
    public String mark(String text) {
        var now = ring.now();
        var marked = marked((byte) now.current(), text);
        var mark = ByteBuffer.allocate(MARK_OCTETS).put(marked[0]).put(now.mac(marked, marked.length), 0,
                MARK_OCTETS - 1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark.array());
    }

    /** Whether that is the mark of that text, under one of the keys. */
    public boolean isMark(String text, String mark) {
        if (mark.length() != MARK_LENGTH) {
            return false;
        }
        try {
            var octets = Base64.getUrlDecoder().decode(mark);
            var marked = marked(octets[0], text);
            return ring.now().isSigned(marked, marked.length, Arrays.copyOfRange(octets, 1, MARK_OCTETS));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** No purpose has the code 0, so what is signed of a token never reads like this. */
    private static byte[] marked(byte key, String text) {
        var octets = text.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + octets.length).put(key).put((byte) 0).put(octets).array();
    }

    /**
     * Where the token ends that begins at a place in a text, whatever follows it there, of either form.
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
        if (LinkPurpose.isShortCode(octets[1])) {
            return shorts.isAt(octets) ? from + ShortTokens.LENGTH : -1;
        }
        var now = ring.now();
        var head = HEAD + (LinkPurpose.isTimed(octets[1]) ? TIME_OCTETS : 0);
        for (var signed = head + 1; signed + MAC_OCTETS <= octets.length && isOfName(octets[signed - 1]); signed++) {
            if (now.isSigned(octets, signed, Arrays.copyOfRange(octets, signed, signed + MAC_OCTETS))
                    && read(ByteBuffer.wrap(octets, 1, signed - 1)).isPresent()) {
                return from + Base64Url.length(signed + MAC_OCTETS);
            }
        }
        return -1;
    }

    /** Whether a token of ours may begin at a place in a text, as far as three characters tell. */
    public boolean mayBegin(byte[] text, int from, int to) {
        if (to - from < ShortTokens.LENGTH) {
            return false;
        }
        var begin = Base64Url.value(text[from]) << 12 | Base64Url.value(text[from + 1]) << 6
                | Base64Url.value(text[from + 2]);
        var purpose = (byte) (begin >> 2);
        return (LinkPurpose.isShortCode(purpose) || (LinkPurpose.isCode(purpose) && to - from >= SHORTEST))
                && ring.now().has(begin >> 10);
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
}
