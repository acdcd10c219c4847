package org.clubpost.local.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.jspecify.annotations.Nullable;

/** How values that SQLite does not know are kept in columns. */
final class Values {

    private static final long NANOS = 1_000_000_000L;
    private static final int KEY_OCTETS = 16;
    private static final JsonFactory JSON = new JsonFactory();

    private Values() {}

    /**
     * A time as nanoseconds since 1970. They are ordered as the times are.
     *
     * @throws ArithmeticException outside the years 1678 to 2261
     */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** A key as its octets. They are ordered as the keys are. */
    static byte[] octets(SubscriberId key) {
        return HexFormat.of().parseHex(key.hex());
    }

    static SubscriberId key(byte[] octets) {
        return new SubscriberId(HexFormat.of().formatHex(octets));
    }

    /** Keys one behind the other, in order. */
    static byte[] octets(Set<SubscriberId> keys) {
        var octets = new byte[keys.size() * KEY_OCTETS];
        var at = 0;
        for (var key : keys.stream().sorted().toList()) {
            System.arraycopy(octets(key), 0, octets, at, KEY_OCTETS);
            at += KEY_OCTETS;
        }
        return octets;
    }

    static Set<SubscriberId> keys(byte[] octets) {
        var keys = new HashSet<SubscriberId>();
        for (var at = 0; at < octets.length; at += KEY_OCTETS) {
            keys.add(key(Arrays.copyOfRange(octets, at, at + KEY_OCTETS)));
        }
        return Set.copyOf(keys);
    }

    /** Texts as a JSON array. */
    static String json(Collection<String> texts) {
        var json = new StringWriter();
        try (var out = JSON.createGenerator(json)) {
            out.writeStartArray();
            for (var text : texts) {
                out.writeString(text);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    static String digests(Collection<TokenDigest> digests) {
        return json(digests.stream().map(TokenDigest::hex).toList());
    }

    /** Names of groups as a JSON array, in their order; null for none, so that an index can pass over the row. */
    static @Nullable String groups(Collection<GroupName> groups) {
        return groups.isEmpty() ? null : json(groups.stream().sorted().map(GroupName::value).toList());
    }

    static List<String> texts(String json) {
        var texts = new ArrayList<String>();
        try (var in = JSON.createParser(json)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.VALUE_STRING) {
                    texts.add(in.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(texts);
    }
}
