package org.clubpost.function.subscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.subscription.AnswerSignUps;

/**
 * Answers by mail what {@link SubscribeHandler} took. The table's stream calls it when requests were put there. What it
 * is told says only that there are some, so any event does, also one that comes twice; what it leaves undone is done
 * by the function that runs every minute. The event is not even read, so that no reader of dates is needed for it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">AWS Lambda, "Using AWS Lambda with Amazon
 *      DynamoDB"</a>
 */
public final class AnswerHandler implements RequestStreamHandler {

    private final FunctionLog log = new FunctionLog("answer");
    private final AnswerSignUps answers;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public AnswerHandler() {
        this(Wiring.ofEvents().answerSignUps());
    }

    /** Answers with that use case. */
    public AnswerHandler(AnswerSignUps answers) {
        this.answers = answers;
    }

    /**
     * @throws UnavailableException when some could not be answered. It has no cause, because the runtime would write
     *         that to the log with all messages
     */
    @Override
    public void handleRequest(InputStream event, OutputStream nothing, Context context) {
        try {
            var number = answers.run();
            if (number > 0) {
                log.info(log.line(context.getAwsRequestId()).with("answered", number).outcome("done"));
            }
        } catch (RuntimeException e) {
            log.error(log.line(context.getAwsRequestId()).outcome("failed").failure(e));
            throw new UnavailableException("not all requests to join were answered");
        }
    }
}
