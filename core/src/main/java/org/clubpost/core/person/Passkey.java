package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A passkey (W3C, Web Authentication Level 3), as far as we keep it.
 *
 * @param id the credential's id, in base64url without padding
 * @param key its public key as SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), in base64url without padding
 * @param algorithm the COSE algorithm (RFC 9053): -7 for ES256, -257 for RS256
 * @param counter how often it had signed when it was last used; 0 for those that do not count
 * @param since when it was registered, to the millisecond
 * @param name what the person calls it
 */
public record Passkey(String id, String key, int algorithm, long counter, Instant since, String name) {

    private static final String BETWEEN = " ";
    private static final int PARTS = 6;
    private static final int MOST_OF_NAME = 60;
    /** A credential's id has up to 1,023 octets. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,1364}");

    /**
     * Cuts the time and the name.
     *
     * @throws IllegalArgumentException when the id is none; for text from outside ask {@link #isId}
     */
    public Passkey {
        if (!isId(id)) {
            throw new IllegalArgumentException("not the id of a credential");
        }
        since = Person.kept(since);
        name = Person.kept(name, MOST_OF_NAME);
    }

    /** Whether that is base64url, as the id of a credential is. Anything else would not come out of the store again. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The same, used once more. */
    public Passkey counted(long signed) {
        return new Passkey(id, key, algorithm, signed, since, name);
    }

    String written() {
        return String.join(BETWEEN, id, key, Integer.toString(algorithm), Long.toString(counter),
                Long.toString(since.toEpochMilli()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8)));
    }

    static Passkey of(String written) {
        var parts = List.of(written.split(BETWEEN, PARTS));
        return new Passkey(parts.get(0), parts.get(1), Integer.parseInt(parts.get(2)), Long.parseLong(parts.get(3)),
                Instant.ofEpochMilli(Long.parseLong(parts.get(4))),
                new String(Base64.getUrlDecoder().decode(parts.get(5)), UTF_8));
    }
}
