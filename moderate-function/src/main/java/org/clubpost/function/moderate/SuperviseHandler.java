package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.event.PublishEvents;
import org.jspecify.annotations.Nullable;

/**
 * Runs every minute, by a schedule. Parks the posts of dead letters, starts the posts whose time has come, and lets
 * parked posts go on. After that, and whatever became of it, publishes the events that were recorded, in an
 * installation that records some; answers the requests to join that wait, says goodbye to who left, sends the links that
 * members asked for, and tells members and owners what they are to be told. Comes back, less often, to mails that were
 * not taken in.
 */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise");
    private final Round posts;
    private final Round events;
    private final Round words;
    private final Round mails;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(Wiring.supervisionOfProcess());
    }

    /** Supervises with those use cases. */
    SuperviseHandler(Supervision supervision) {
        this.posts = new Round(log, supervision.posts());
        this.events = new Round(log, List.of(_ -> supervision.events().map(PublishEvents::publish).orElse(0)));
        this.words = new Round(log, supervision.words().stream()
                .<ToIntFunction<Context>>map(word -> _ -> word.getAsInt()).toList());
        this.mails = new Round(log, List.of(supervision.mails()::run));
    }

    /** Supervises with those use cases, where dead letters and events go another way. */
    public SuperviseHandler(Supervise supervise, List<IntSupplier> words, TakeUpMails mails) {
        this(new Supervision(List.of(_ -> supervise.tend()), Optional.empty(), words, mails));
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        try {
            report(context, "posts", posts.run(context));
        } finally {
            publish(context);
        }
        return null;
    }

    private void publish(Context context) {
        try {
            report(context, "events", events.run(context));
        } finally {
            say(context);
        }
    }

    private void say(Context context) {
        try {
            report(context, "notes", words.run(context));
        } finally {
            // This comes last, so that a mail which ends the process keeps no post and no event back.
            mails.run(context);
        }
    }

    private void report(Context context, String what, int number) {
        if (number > 0) {
            log.info(log.line(context.getAwsRequestId()).with(what, number).outcome("done"));
        }
    }
}
