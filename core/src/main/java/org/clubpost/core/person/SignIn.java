package org.clubpost.core.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.secret.TokenDigest;

/**
 * The wish of a browser to be signed in as somebody. Whoever reads the mail of the address can fulfil it.
 *
 * @param id tells it from all others; the browser and the link in the mail know it
 * @param address whose mail it takes
 * @param browser the digest of a secret that only the browser knows
 * @param language the language of the page
 * @param asked when, to the millisecond
 * @param told whether the mail was handed over, or there is none to write
 * @param tries how many codes were typed
 */
public record SignIn(String id, EmailAddress address, TokenDigest browser, Locale language, Instant asked,
        boolean told, int tries) {

    /** For how long it can be fulfilled. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(15);
    /** How many codes may be typed. */
    public static final int MOST_TRIES = 5;

    private static final String BETWEEN = " ";
    private static final int PARTS = 7;

    /** Cuts the time. */
    public SignIn {
        asked = Person.kept(asked);
    }

    /** When it ends. */
    public Instant until() {
        return asked.plus(OPEN_FOR);
    }

    /** Whether it can be fulfilled. */
    public boolean isOpen(Instant now) {
        return now.isBefore(until()) && tries <= MOST_TRIES;
    }

    /** The same, and its mail was handed over. */
    public SignIn asTold() {
        return new SignIn(id, address, browser, language, asked, true, tries);
    }

    /** The same, and one code more was typed. */
    public SignIn tried() {
        return new SignIn(id, address, browser, language, asked, told, tries + 1);
    }

    /** All but the id, as one text. */
    public String written() {
        return String.join(BETWEEN, "1", browser.hex(), language.toLanguageTag(), Long.toString(asked.toEpochMilli()),
                Boolean.toString(told), Integer.toString(tries), address.written());
    }

    /** The wish of that id that was {@linkplain #written written} so. */
    public static SignIn of(String id, String written) {
        var parts = List.of(written.split(BETWEEN, PARTS));
        return new SignIn(id, EmailAddress.of(parts.get(6)), new TokenDigest(parts.get(1)),
                Locale.forLanguageTag(parts.get(2)), Instant.ofEpochMilli(Long.parseLong(parts.get(3))),
                Boolean.parseBoolean(parts.get(4)), Integer.parseInt(parts.get(5)));
    }

    /** Says that this is a wish, but not whose. */
    @Override
    public String toString() {
        return "SignIn[" + id + "]";
    }
}
