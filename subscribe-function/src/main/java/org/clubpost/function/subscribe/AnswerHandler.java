package org.clubpost.function.subscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntSupplier;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * Answers by mail what {@link SubscribeHandler} took, and what the page took on which those sign in who run lists. The table's stream calls it when requests were put there. What it
 * is told says only that there are some, so any event does, also one that comes twice; what it leaves undone is done
 * by the function that runs every minute. The event is not even read, so that no reader of dates is needed for it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">AWS Lambda, "Using AWS Lambda with Amazon
 *      DynamoDB"</a>
 */
public final class AnswerHandler implements RequestStreamHandler {

    private final FunctionLog log = new FunctionLog("answer");
    private final List<IntSupplier> answers;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public AnswerHandler() {
        this(Wiring.ofEvents().answers());
    }

    /**
     * Answers with those use cases.
     *
     * @param answers each gives how many requests it answered
     */
    public AnswerHandler(List<IntSupplier> answers) {
        this.answers = List.copyOf(answers);
    }

    /**
     * @throws UnavailableException when some could not be answered. It has no cause, because the runtime would write
     *         that to the log with all messages
     */
    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) {
        var failed = false;
        for (var each : answers) {
            failed |= !isDone(each, context);
        }
        if (failed) {
            throw new UnavailableException("not all requests were answered");
        }
    }

    private boolean isDone(IntSupplier each, Context context) {
        try {
            var number = each.getAsInt();
            if (number > 0) {
                log.info(log.line(context.getAwsRequestId()).with("answered", number).outcome("done"));
            }
            return true;
        } catch (RuntimeException e) {
            log.error(log.line(context.getAwsRequestId()).outcome("failed").failure(e));
            return false;
        }
    }
}
