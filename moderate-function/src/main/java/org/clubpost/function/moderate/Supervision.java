package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.clubpost.core.event.PublishEvents;
import org.clubpost.core.note.CarryNotes;
import org.clubpost.core.subscription.AnswerSignUps;

/**
 * What is done every minute.
 *
 * @param posts the steps for posts, in their order; each returns for how many it did something
 * @param events publishes what happened, in an installation that tells anybody
 * @param notes tells the members who want to be told
 * @param signUps answers what the sign-up form took
 * @param mails takes up mails that were not taken in
 */
record Supervision(List<ToIntFunction<Context>> posts, Optional<PublishEvents> events, CarryNotes notes,
        AnswerSignUps signUps, TakeUpMails mails) {

    Supervision {
        posts = List.copyOf(posts);
    }
}
