package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.function.IntSupplier;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * One round of scheduled work. It returns for how many posts something was done, or fails and names only the kind of
 * the failure.
 */
final class Round {

    private final FunctionLog log;
    private final IntSupplier work;

    /**
     * @param log the function's
     * @param work does what is due, and returns for how many posts
     */
    Round(FunctionLog log, IntSupplier work) {
        this.log = log;
        this.work = work;
    }

    /**
     * Does the round, and returns for how many posts something was done.
     *
     * @throws UnavailableException when it failed; the next event goes on. It has no cause, because the runtime would
     *         write that to the log with all messages
     */
    int run(Context context) {
        try {
            return work.getAsInt();
        } catch (RuntimeException e) {
            log.error(log.line(context.getAwsRequestId()).outcome("failed").failure(e));
            throw new UnavailableException("what is due was not all done");
        }
    }
}
