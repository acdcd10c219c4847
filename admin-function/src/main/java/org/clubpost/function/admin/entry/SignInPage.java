package org.clubpost.function.admin.entry;

import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.Room;

/**
 * {@code /rooms/sign-in}: says how one signs in.
 *
 * @param frame makes the pages
 */
public record SignInPage(Frame frame) implements Conversation {

    @Override
    public KnownFields fields() {
        return Room.NO_FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return frame.unsafe(visit).orElseGet(() -> frame.message(visit, 200, "signin", "sign-in-shown"));
    }

    @Override
    public Handled act(Visit visit) {
        return show(visit);
    }
}
