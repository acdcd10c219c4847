package org.clubpost.function.admin.frame;

import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;

/**
 * Sends visitors on.
 *
 * @param path where to
 */
record Elsewhere(String path) implements Conversation {

    @Override
    public KnownFields fields() {
        return Room.NO_FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return Handled.of(HttpAnswer.seeOther(path), "sent-on");
    }

    @Override
    public Handled act(Visit visit) {
        return show(visit);
    }
}
