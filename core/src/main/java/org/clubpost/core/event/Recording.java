package org.clubpost.core.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which events an installation records. */
public enum Recording {

    /** None: nobody wants them, and nothing is paid for them. */
    NONE,
    /** All, with the keys of people. */
    KEYS,
    /** All, with the keys and the addresses of people. */
    ADDRESSES;

    /** Its name in settings, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name; empty when there is none. */
    public static Optional<Recording> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
