package org.clubpost.function.distribute;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.DeadLetters;
import org.clubpost.core.delivery.range.RangeRef;

/**
 * Takes the messages that the queue gave up on (its dead-letter queue) and parks their posts. A message that names no
 * range is only logged: there is no post whose owners could be told. A message that meets a fault is reported and comes
 * again by itself; the others of its batch are done.
 */
public final class DeadLetterHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final FunctionLog log = new FunctionLog("dead-letter", InstantSource.system());
    private final DeadLetters deadLetters;

    /** Made by AWS Lambda, from the process's environment. */
    public DeadLetterHandler() {
        this(Wiring.ofProcess().deadLetters());
    }

    /** Hands on to that use case. */
    public DeadLetterHandler(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var again = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!isDone(message, context.getAwsRequestId())) {
                again.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(again);
    }

    private boolean isDone(SQSMessage message, String request) {
        var range = RangeRef.parse(message.getBody());
        var line = log.line(request).with("message", message.getMessageId());
        if (range.isEmpty()) {
            log.error(line.outcome("unreadable"));
            return true;
        }
        line = line.list(range.get().list()).post(range.get().post()).with("range", range.get().index());
        try {
            log.error(line.outcome(deadLetters.park(range.get()) ? "parked" : "nothing-to-do"));
            return true;
        } catch (UnavailableException e) {
            log.error(line.outcome("unavailable").failure(e));
            return false;
        } catch (RuntimeException bug) {
            log.error(line.outcome("fault").failure(bug));
            return false;
        }
    }
}
