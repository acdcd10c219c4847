package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.clubpost.core.event.PublishEvents;

/**
 * What is done every minute.
 *
 * @param posts the steps for posts, in their order; each returns for how many it did something
 * @param events publishes what happened, in an installation that tells anybody
 * @param words tell members and owners what they are to be told; each returns how often it did
 * @param mails takes up mails that were not taken in
 */
record Supervision(List<ToIntFunction<Context>> posts, Optional<PublishEvents> events, List<IntSupplier> words,
        TakeUpMails mails) {

    Supervision {
        posts = List.copyOf(posts);
        words = List.copyOf(words);
    }
}
