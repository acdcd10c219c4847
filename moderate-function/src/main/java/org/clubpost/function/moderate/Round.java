package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.function.ToIntFunction;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * One round of scheduled work, in steps. It returns for how many posts something was done, or fails and names only the
 * kinds of the failures. A step that fails keeps none of the others from being done.
 */
final class Round {

    private final FunctionLog log;
    private final List<ToIntFunction<Context>> steps;

    /**
     * @param log the function's
     * @param steps each does what is due, and returns for how many posts
     */
    Round(FunctionLog log, List<ToIntFunction<Context>> steps) {
        this.log = log;
        this.steps = List.copyOf(steps);
    }

    /**
     * Does the round, and returns for how many posts something was done.
     *
     * @throws UnavailableException when a step failed; the next event goes on. It has no cause, because the runtime
     *         would write that to the log with all messages
     */
    int run(Context context) {
        var posts = 0;
        var failed = 0;
        for (var step : steps) {
            try {
                posts += step.applyAsInt(context);
            } catch (RuntimeException e) {
                log.error(log.line(context.getAwsRequestId()).outcome("failed").failure(e));
                failed++;
            }
        }
        if (failed > 0) {
            throw new UnavailableException("what is due was not all done");
        }
        return posts;
    }
}
