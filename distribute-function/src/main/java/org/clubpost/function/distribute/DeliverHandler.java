package org.clubpost.function.distribute;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.post.Deliver;
import org.clubpost.core.post.RangeRef;

/**
 * Delivers the ranges that a batch of queue messages names.
 *
 * <p>A range that has to wait is in the queue again with a delay of its own when {@link Deliver} returns. Only a fault is reported, message by message
 * (ReportBatchItemFailures): that message comes again, and after its last try it goes to the {@linkplain DeadLetterHandler dead letters}. So does one that names
 * no range.
 */
public final class DeliverHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final System.Logger LOG = System.getLogger(DeliverHandler.class.getName());

    private final Deliver deliver;
    private final InstantSource clock;

    /** As AWS Lambda makes it, of the process's environment. */
    public DeliverHandler() {
        this(Wiring.ofProcess().deliver(), InstantSource.system());
    }

    /** Delivers with that use case. */
    public DeliverHandler(Deliver deliver, InstantSource clock) {
        this.deliver = deliver;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var deadline = clock.instant().plusMillis(context.getRemainingTimeInMillis());
        var again = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!isDone(message, context.getAwsRequestId(), deadline)) {
                again.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(again);
    }

    private boolean isDone(SQSMessage message, String request, Instant deadline) {
        var began = clock.millis();
        var range = RangeRef.parse(message.getBody());
        if (range.isEmpty()) {
            LOG.log(ERROR, "deliver request={0} message={1} outcome=unreadable", request, message.getMessageId());
            return false;
        }
        var line = "deliver request=%s list=%s post=%s range=%d".formatted(request, range.get().list(),
                range.get().post(), range.get().index());
        try {
            var outcome = deliver.deliver(range.get(), request + "/" + message.getMessageId(), deadline);
            LOG.log(isUsual(outcome) ? INFO : WARNING, "{0} outcome={1} ms={2}", line, word(outcome),
                    Long.toString(clock.millis() - began));
            return true;
        } catch (UnavailableException e) {
            LOG.log(WARNING, line + " outcome=unavailable", e);
            return false;
        } catch (RuntimeException bug) {
            LOG.log(ERROR, line + " outcome=fault", bug);
            return false;
        }
    }

    /** Whether what has to go on later is nothing to worry about. */
    private static boolean isUsual(Deliver.Outcome outcome) {
        return switch (outcome) {
            case Deliver.Outcome.Finished _,Deliver.Outcome.HandedOn _,Deliver.Outcome.Stopped _,Deliver.Outcome.Unknown _ ->
                true;
            case Deliver.Outcome.Busy _,Deliver.Outcome.LeaseLost _,Deliver.Outcome.Postponed _,Deliver.Outcome.Parked _ ->
                false;
        };
    }

    private static String word(Deliver.Outcome outcome) {
        return switch (outcome) {
            case Deliver.Outcome.Finished _ -> "finished";
            case Deliver.Outcome.HandedOn _ -> "handed-on";
            case Deliver.Outcome.Stopped _ -> "stopped";
            case Deliver.Outcome.Unknown _ -> "unknown";
            case Deliver.Outcome.Busy _ -> "busy";
            case Deliver.Outcome.LeaseLost _ -> "lease-lost";
            case Deliver.Outcome.Postponed(var deferred) -> "postponed cause=" + deferred.cause();
            case Deliver.Outcome.Parked(var deferred) -> "parked cause=" + deferred.cause();
        };
    }
}
