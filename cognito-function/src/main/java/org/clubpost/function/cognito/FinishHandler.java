package org.clubpost.function.cognito;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * Welcomes those whom {@link PostConfirmationHandler} could not welcome in time, as their account says by now. Faults
 * are reported message by message (ReportBatchItemFailures); such a message comes again, and in the end goes to the
 * dead letters. A user who was deleted in the meantime needs no welcome.
 */
public final class FinishHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Welcome welcome;
    private final UserPools pools;
    private final FunctionLog log;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public FinishHandler() {
        this(Wiring.ofProcess());
    }

    private FinishHandler(Wiring wiring) {
        this(wiring.welcome(), wiring.pools(), new FunctionLog("finish-sign-up"));
    }

    FinishHandler(Welcome welcome, UserPools pools, FunctionLog log) {
        this.welcome = welcome;
        this.pools = pools;
        this.log = log;
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
        var line = log.line(request).with("message", message.getMessageId());
        var unfinished = Unfinished.parse(message.getBody());
        if (unfinished.isEmpty()) {
            log.error(line.outcome("unreadable"));
            return false;
        }
        try {
            var user = pools.find(unfinished.get().user());
            log.info(user.map(found -> WelcomeLines.told(line, welcome.welcome(found, unfinished.get().since())))
                    .orElseGet(() -> line.outcome("user-gone")));
            return true;
        } catch (UnavailableException e) {
            log.warning(line.outcome("unavailable").failure(e));
            return false;
        } catch (RuntimeException bug) {
            log.error(line.outcome("fault").failure(bug));
            return false;
        }
    }
}
