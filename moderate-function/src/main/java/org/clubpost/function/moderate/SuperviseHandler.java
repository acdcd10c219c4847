package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.sqs.SqsUnpolledQueue;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.event.PublishEvents;
import org.clubpost.core.note.CarryNotes;
import org.jspecify.annotations.Nullable;

/**
 * Runs every minute, by a schedule. Parks the posts of dead letters, starts the posts whose time has come, and lets
 * parked posts go on. After that, and whatever became of it, publishes the events that were recorded, in an
 * installation that records some; and tells the members who want to be told that a new post is out. Comes back, less often, to mails that were not taken in.
 */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise");
    private final Round posts;
    private final Round events;
    private final Round notes;
    private final Round mails;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(CloudParts.forVisitors(Environment.ofProcess()));
    }

    private SuperviseHandler(CloudParts parts) {
        this(new Wiring(parts), parts.deadLetters(), parts.publishEvents());
    }

    private SuperviseHandler(Wiring wiring, SqsUnpolledQueue deadLetters, Optional<PublishEvents> publishing) {
        this(List.of(letters(wiring.deadLetters(), deadLetters), tending(wiring.supervise())), publishing,
                wiring.carryNotes(), wiring.takeUpMails());
    }

    /** Supervises with those use cases, where dead letters and events go another way. */
    public SuperviseHandler(Supervise supervise, CarryNotes notes, TakeUpMails mails) {
        this(supervise, Optional.empty(), notes, mails);
    }

    /** Supervises and publishes with those use cases, where dead letters go another way. */
    SuperviseHandler(Supervise supervise, Optional<PublishEvents> publishing, CarryNotes notes, TakeUpMails mails) {
        this(List.of(tending(supervise)), publishing, notes, mails);
    }

    private SuperviseHandler(List<ToIntFunction<Context>> posts, Optional<PublishEvents> publishing,
            CarryNotes notes, TakeUpMails mails) {
        this.posts = new Round(log, posts);
        this.events = new Round(log, List.of(_ -> publishing.map(PublishEvents::publish).orElse(0)));
        this.notes = new Round(log, List.of(_ -> notes.run()));
        this.mails = new Round(log, List.of(mails::run));
    }

    /** Dead letters come first, so that the owners hear of them at once. */
    private static ToIntFunction<Context> letters(DeadLetterDesk desk, SqsUnpolledQueue deadLetters) {
        return context -> deadLetters.take(letter -> desk.isDone(letter, context.getAwsRequestId()));
    }

    private static ToIntFunction<Context> tending(Supervise supervise) {
        return _ -> supervise.tend();
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
            carry(context);
        }
    }

    private void carry(Context context) {
        try {
            report(context, "notes", notes.run(context));
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
