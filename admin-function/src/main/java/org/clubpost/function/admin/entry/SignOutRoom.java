package org.clubpost.function.admin.entry;

import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.person.Sessions;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/sign-out}: ends the session of this browser.
 *
 * @param sessions what ends
 * @param cookies removes its cookie
 */
public record SignOutRoom(Sessions sessions, Cookies cookies) implements Room {

    @Override
    public RoomPath path() {
        return RoomPath.of("sign-out");
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return RoomAnswer.goTo(RoomPath.ROOT);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        sessions.end(visit.guest(), visit.guest().session().id());
        return RoomAnswer.goTo(Doorway.SIGN_IN).as("signed-out")
                .with(answer -> answer.withCookie(cookies.remove(Cookies.SESSION)));
    }
}
