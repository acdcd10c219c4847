package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import java.util.function.ToIntFunction;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.sqs.SqsUnpolledQueue;
import org.clubpost.core.care.Supervise;
import org.jspecify.annotations.Nullable;

/**
 * Runs every minute, by a schedule. Parks the posts of dead letters, starts the posts whose time has come, and lets
 * parked posts go on.
 */
public final class SuperviseHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("supervise");
    private final Round round;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SuperviseHandler() {
        this(Wiring.ofProcess(), Wiring.deadLettersOfProcess());
    }

    private SuperviseHandler(Wiring wiring, SqsUnpolledQueue deadLetters) {
        this(wiring.supervise(), wiring.deadLetters(), deadLetters);
    }

    /** Supervises with that use case, where dead letters go another way. */
    public SuperviseHandler(Supervise supervise) {
        this.round = new Round(log, List.of(_ -> supervise.tend()));
    }

    /**
     * Supervises with that use case, after a look for dead letters, so that the owners hear of them at once.
     *
     * @param desk parks their posts
     * @param deadLetters where they lie
     */
    public SuperviseHandler(Supervise supervise, DeadLetterDesk desk, SqsUnpolledQueue deadLetters) {
        ToIntFunction<Context> look = context -> deadLetters
                .take(letter -> desk.isDone(letter, context.getAwsRequestId()));
        this.round = new Round(log, List.of(look, _ -> supervise.tend()));
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        var posts = round.run(context);
        if (posts > 0) {
            log.info(log.line(context.getAwsRequestId()).with("posts", posts).outcome("done"));
        }
        return null;
    }
}
