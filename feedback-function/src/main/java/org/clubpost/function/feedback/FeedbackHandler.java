package org.clubpost.function.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.util.List;
import java.util.Optional;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Applies what SES says of mail that came back, as the stack's topic hands it on (SES Developer Guide, "Monitor email
 * sending using Amazon SES event publishing"). Every record is looked at. When one of them fails, the event fails at the
 * end, and Lambda delivers it again, which changes nothing for the others. After three times Lambda puts it into the queue
 * of events that wait.
 *
 * <p>An event of which it is not known yet whose mail it is goes into the same queue. What waits there is tried again
 * after each event, and by a schedule, whose event has no records. So nothing is lost while the table is away, and nobody
 * asks all the time.
 */
public final class FeedbackHandler implements RequestHandler<SNSEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("feedback");
    private final Hearing hearing;
    private final LaterEvents later;

    /**
     * Made by AWS Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public FeedbackHandler() {
        this(Wiring.ofProcess());
    }

    private FeedbackHandler(Wiring wiring) {
        this(wiring.hearing(), wiring.later());
    }

    /** Hears with that use case, and keeps there what has to wait. */
    public FeedbackHandler(Hearing hearing, LaterEvents later) {
        this.hearing = hearing;
        this.later = later;
    }

    /**
     * @throws UnavailableException when something was not applied; the event may be delivered again. It has no cause,
     *         because the runtime would write that to the log with all messages
     */
    @Override
    public @Nullable Void handleRequest(SNSEvent event, Context context) {
        var request = context.getAwsRequestId();
        var messages = messages(event);
        var failed = messages.stream().filter(message -> !isHeard(message, request)).count();
        if (failed > 0) {
            throw new UnavailableException(failed + " of " + messages.size() + " events were not applied");
        }
        if (!isTakenUp(request) && messages.isEmpty()) {
            throw new UnavailableException("the events that wait cannot be read");
        }
        return null;
    }

    private static List<String> messages(SNSEvent event) {
        return Optional.ofNullable(event.getRecords()).orElse(List.of()).stream()
                .map(record -> Optional.ofNullable(record.getSNS()).map(SNSEvent.SNS::getMessage).orElse("")).toList();
    }

    private boolean isHeard(String message, String request) {
        try {
            if (!hearing.isDone(message, request)) {
                later.add(message);
            }
            return true;
        } catch (RuntimeException e) {
            log.error(log.line(request).outcome("failed").failure(e));
            return false;
        }
    }

    /** Takes up what waits; an event that is itself applied does not come again when that fails. */
    private boolean isTakenUp(String request) {
        try {
            var taken = later.take(letter -> isTakenUp(letter, request));
            if (taken > 0) {
                log.info(log.line(request).with("events", taken).outcome("taken-up"));
            }
            return true;
        } catch (RuntimeException e) {
            log.error(log.line(request).outcome("failed").failure(e));
            return false;
        }
    }

    /** An event that waits stays where it is until it is done. */
    private boolean isTakenUp(String letter, String request) {
        var isDone = true;
        for (var message : in(letter)) {
            try {
                isDone &= hearing.isDone(message, request);
            } catch (RuntimeException e) {
                log.error(log.line(request).outcome("failed").failure(e));
                isDone = false;
            }
        }
        return isDone;
    }

    /**
     * The events in what waits. Lambda writes the event that it gave up into the field {@code requestPayload} (AWS Lambda
     * Developer Guide, "Capturing records of Lambda asynchronous invocations").
     */
    private static List<String> in(String letter) {
        var written = JsonFields.of(letter).filter(fields -> !fields.text("/requestContext/requestId").isEmpty());
        return written.map(fields -> fields.each("/requestPayload/Records").stream()
                .map(record -> record.text("/Sns/Message")).toList()).orElseGet(() -> List.of(letter));
    }
}
