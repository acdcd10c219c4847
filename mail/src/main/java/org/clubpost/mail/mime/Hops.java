package org.clubpost.mail.mime;

import java.util.regex.Pattern;

/** How many servers a mail went through (RFC 5321 section 6.3). */
public final class Hops {

    /** The field in which a copy says how many Received fields its post had, which the copy lacks. */
    public static final String FIELD = "X-Clubpost-Hops";

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");

    private Hops() {}

    /** The Received fields, and those that were counted when the mail was a post before. */
    public static int of(Header header) {
        int before = header.value(FIELD).filter(value -> COUNT.matcher(value).matches()).map(Integer::parseInt)
                .orElse(0);
        return before + header.all("Received").size();
    }
}
