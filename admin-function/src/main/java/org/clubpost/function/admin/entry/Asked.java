package org.clubpost.function.admin.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;
import org.clubpost.core.person.EnterByMail.Kept;
import org.clubpost.function.admin.frame.RoomPath;

/**
 * What a browser keeps from the page on which it asked to be signed in, until it is.
 *
 * @param kept the wish
 * @param onwards where it wanted to go
 */
record Asked(Kept kept, String onwards) {

    /** The cookie that has it. */
    static final String COOKIE = "clubpost-asked";

    /** A path of the rooms, so that nobody is sent to another site. */
    private static final Pattern WITHIN = Pattern.compile("/rooms(?:/[A-Za-z0-9._~%-]*){0,4}");
    private static final int PARTS = 3;
    private static final int MOST = 400;

    /** Leads nowhere but into the rooms. */
    Asked {
        onwards = WITHIN.matcher(onwards).matches() ? onwards : RoomPath.ROOT;
    }

    /** As the cookie has it. */
    String written() {
        return kept.id() + "." + kept.secret() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(onwards.getBytes(UTF_8));
    }

    /** Reads what a cookie has, which may be anything. */
    static Asked parse(String cookie) {
        var parts = cookie.length() > MOST ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != PARTS) {
            return new Asked(Kept.NOTHING, RoomPath.ROOT);
        }
        try {
            return new Asked(new Kept(parts[0], parts[1]), new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return new Asked(Kept.NOTHING, RoomPath.ROOT);
        }
    }
}
