package org.clubpost.mail.report;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hosts that the words of a mail system name. */
final class HostNames {

    private static final int LONGEST = 2_000;
    private static final Pattern HOST = Pattern.compile("(?i)\\b(?:host|mx|to|at|by|from|server|with) <?"
            + "((?:[a-z0-9][a-z0-9-]{0,62}\\.){1,8}+[a-z]{2,20})\\b");

    private HostNames() {}

    /** At most five, in lower case, with blanks between. */
    static String in(String words) {
        return HOST.matcher(words.substring(0, Math.min(words.length(), LONGEST))).results().limit(5)
                .map(found -> found.group(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }
}
