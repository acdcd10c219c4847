package org.clubpost.core.list;

import java.util.List;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PhoneNumber;

/**
 * Whether members of a list may have themselves told, in one plain line, that a new post is out, and how.
 *
 * @param ways the ways that they may choose
 * @param countries where phones must be; empty for none at all
 * @param cap how many text messages the list may cause in a month (31 days)
 */
public record NoteRules(Ways ways, List<CountryCode> countries, int cap) {

    /** The default: not at all. */
    public static final NoteRules OFF = new NoteRules(Ways.OFF, List.of(), 100);
    /** The largest cap. */
    public static final int MAX_CAP = 10_000;

    /** The ways that members may choose. */
    public enum Ways {
        /** None. */
        OFF,
        /** Mail. */
        MAIL,
        /** Mail, and text messages to phones. */
        PHONE
    }

    /** Copies the countries. */
    public NoteRules {
        countries = List.copyOf(countries);
    }

    /** Whether members may choose mail. */
    public boolean isOn() {
        return ways != Ways.OFF;
    }

    /** Whether members may choose a phone, wherever it is. */
    public boolean takesPhones() {
        return ways == Ways.PHONE && !countries.isEmpty();
    }

    /** Whether members may choose that phone. */
    public boolean takes(PhoneNumber phone) {
        return takesPhones() && countries.stream().anyMatch(phone::isIn);
    }

    /** With other ways. */
    public NoteRules withWays(Ways changed) {
        return new NoteRules(changed, countries, cap);
    }

    /** With other countries. */
    public NoteRules withCountries(List<CountryCode> changed) {
        return new NoteRules(ways, changed, cap);
    }

    /** With another cap. */
    public NoteRules withCap(int changed) {
        return new NoteRules(ways, countries, changed);
    }
}
