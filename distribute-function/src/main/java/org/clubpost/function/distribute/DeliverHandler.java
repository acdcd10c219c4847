package org.clubpost.function.distribute;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.range.RangeRef;

/**
 * Delivers the ranges that a batch of queue messages names.
 *
 * <p>A range that has to wait is already in the queue again, with a delay of its own, when {@link Deliver} returns.
 * Only faults are reported, message by message (ReportBatchItemFailures). Such a message comes again, and after its
 * last try it goes to the {@linkplain org.clubpost.core.care.DeadLetters dead letters}. So does a message that names no range.
 */
public final class DeliverHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Deliver deliver;
    private final InstantSource clock;
    private final Supplier<CountedOutbox.Count> counts;
    private final FunctionLog log;

    /** Made by AWS Lambda, from the process's environment. */
    public DeliverHandler() {
        this(Wiring.ofProcess(), InstantSource.system());
    }

    /** Delivers with that use case, and counts no copies. */
    public DeliverHandler(Deliver deliver, InstantSource clock) {
        this(deliver, () -> CountedOutbox.Count.NONE, clock);
    }

    private DeliverHandler(Wiring wiring, InstantSource clock) {
        this(wiring, wiring.counted(), clock);
    }

    private DeliverHandler(Wiring wiring, CountedOutbox outbox, InstantSource clock) {
        this(wiring.deliver(outbox, Wiring.settings()), outbox::take, clock);
    }

    private DeliverHandler(Deliver deliver, Supplier<CountedOutbox.Count> counts, InstantSource clock) {
        this.deliver = deliver;
        this.counts = counts;
        this.clock = clock;
        this.log = new FunctionLog("deliver");
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
        var began = clock.instant();
        var range = RangeRef.parse(message.getBody());
        var line = log.line(request).with("message", message.getMessageId());
        if (range.isEmpty()) {
            log.error(line.outcome("unreadable"));
            return false;
        }
        line = line.list(range.get().list()).post(range.get().post()).with("range", range.get().index());
        try {
            var outcome = deliver.deliver(range.get(), request + "/" + message.getMessageId(), deadline);
            var told = counted(told(line, outcome)).took(Duration.between(began, clock.instant()));
            if (isUsual(outcome)) {
                log.info(told);
            } else {
                log.warning(told);
            }
            return true;
        } catch (UnavailableException e) {
            log.warning(counted(line).outcome("unavailable").failure(e));
            return false;
        } catch (RuntimeException bug) {
            log.error(counted(line).outcome("fault").failure(bug));
            return false;
        }
    }

    private LogLine counted(LogLine line) {
        var sent = counts.get();
        return line.counting(Metric.SENT, sent.accepted()).counting(Metric.FAILED, sent.refused());
    }

    /** Whether this outcome is nothing to worry about. */
    private static boolean isUsual(Deliver.Outcome outcome) {
        return switch (outcome) {
            case Deliver.Outcome.Finished _ -> true;
            case Deliver.Outcome.HandedOn _ -> true;
            case Deliver.Outcome.Stopped _ -> true;
            case Deliver.Outcome.Unknown _ -> true;
            case Deliver.Outcome.Busy _ -> false;
            case Deliver.Outcome.LeaseLost _ -> false;
            case Deliver.Outcome.Postponed _ -> false;
            case Deliver.Outcome.Parked _ -> false;
        };
    }

    private static LogLine told(LogLine line, Deliver.Outcome outcome) {
        return switch (outcome) {
            case Deliver.Outcome.Finished _ -> line.outcome("finished");
            case Deliver.Outcome.HandedOn _ -> line.outcome("handed-on");
            case Deliver.Outcome.Stopped _ -> line.outcome("stopped");
            case Deliver.Outcome.Unknown _ -> line.outcome("unknown");
            case Deliver.Outcome.Busy _ -> line.outcome("busy");
            case Deliver.Outcome.LeaseLost _ -> line.outcome("lease-lost");
            case Deliver.Outcome.Postponed(var deferred) ->
                line.outcome("postponed").with("cause", deferred.cause().name());
            case Deliver.Outcome.Parked(var deferred) -> line.outcome("parked").with("cause", deferred.cause().name());
        };
    }
}
