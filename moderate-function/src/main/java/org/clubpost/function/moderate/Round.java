package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.function.IntSupplier;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * One round of what a schedule has done: how many posts it did something for, or a failure that says nothing but its
 * kind.
 */
final class Round {

    private final FunctionLog log;
    private final IntSupplier work;

    /**
     * @param log the function's
     * @param work does what is due, and says for how many posts
     */
    Round(FunctionLog log, IntSupplier work) {
        this.log = log;
        this.work = work;
    }

    /**
     * For how many posts something was done.
     *
     * @throws UnavailableException when it failed; the next event goes on. It has no cause, because the runtime writes
     *         that to the log with all messages
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
