package org.clubpost.function.distribute;

import static java.lang.System.Logger.Level.ERROR;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.post.DeadLetters;
import org.clubpost.core.post.RangeRef;

/**
 * Takes the messages that the queue gave up on (its dead-letter queue) and has their posts wait for somebody. A message that names no range is only logged: there
 * is no post whose owners could be told.
 */
public final class DeadLetterHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final System.Logger LOG = System.getLogger(DeadLetterHandler.class.getName());

    private final DeadLetters deadLetters;

    /** As AWS Lambda makes it, of the process's environment. */
    public DeadLetterHandler() {
        this(new DeadLetters(Wiring.posts(), InstantSource.system()));
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
        if (range.isEmpty()) {
            LOG.log(ERROR, "dead-letter request={0} message={1} outcome=unreadable", request, message.getMessageId());
            return true;
        }
        var line = "dead-letter request=%s list=%s post=%s range=%d".formatted(request, range.get().list(),
                range.get().post(), range.get().index());
        try {
            LOG.log(ERROR, "{0} outcome={1}", line, deadLetters.park(range.get()) ? "parked" : "nothing-to-do");
            return true;
        } catch (UnavailableException e) {
            LOG.log(ERROR, line + " outcome=unavailable", e);
            return false;
        }
    }
}
