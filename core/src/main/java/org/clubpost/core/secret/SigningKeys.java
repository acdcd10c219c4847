package org.clubpost.core.secret;

import java.util.Map;
import java.util.TreeMap;

import javax.crypto.SecretKey;

/**
 * The keys that membership links are signed with. A new key is made current; the old ones stay, so that links in old
 * mails go on working.
 *
 * @param current the number of the key that signs, 0 to 255
 * @param keys every key that verifies, by number, each of 256 bits; holds the current one
 */
public record SigningKeys(int current, Map<Integer, SecretKey> keys) {

    /**
     * Copies the keys.
     *
     * @throws IllegalArgumentException when the current key is not among them or a number is out of range
     */
    public SigningKeys {
        keys = Map.copyOf(keys);
        if (!keys.containsKey(current) || keys.keySet().stream().anyMatch(number -> number < 0 || number > 255)) {
            throw new IllegalArgumentException("the current signing key is missing, or a key's number is not 0 to 255");
        }
    }

    /** The greatest number that a key has. */
    public int newest() {
        return keys.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /**
     * With one more key under the next number, which verifies and does not sign yet.
     *
     * @throws IllegalArgumentException when there is no number left
     */
    public SigningKeys with(SecretKey key) {
        var more = new TreeMap<>(keys);
        more.put(newest() + 1, key);
        return new SigningKeys(current, more);
    }

    /** With the newest key as the one that signs. */
    public SigningKeys withNewestCurrent() {
        return new SigningKeys(newest(), keys);
    }

    /** Says which key signs, but shows no key. */
    @Override
    public String toString() {
        return "SigningKeys[current=" + current + "]";
    }
}
