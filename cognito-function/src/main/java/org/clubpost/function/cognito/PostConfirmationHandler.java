package org.clubpost.function.cognito;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;

/**
 * Welcomes whoever has just confirmed their account. The trigger fires for a password that was reset too, and then
 * nothing is done.
 *
 * <p>Cognito waits five seconds for the event to come back, and may then call again (Amazon Cognito Developer Guide,
 * "Customizing user pool workflows with Lambda triggers"). The event always comes back: what fails, or is not done in
 * time, is left to {@link FinishHandler} behind the queue. If not even the queue takes it, a line of the log names the
 * user by their id.
 */
public final class PostConfirmationHandler
        implements
            RequestHandler<CognitoUserPoolPostConfirmationEvent, CognitoUserPoolPostConfirmationEvent> {

    private static final String SIGNED_UP = "PostConfirmation_ConfirmSignUp";

    private final Welcome welcome;
    private final UnfinishedQueue queue;
    private final InTime patience;
    private final InTime queueing;
    private final InstantSource clock;
    private final FunctionLog log;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public PostConfirmationHandler() {
        this(Wiring.ofProcess());
    }

    private PostConfirmationHandler(Wiring wiring) {
        this(wiring.welcome(), wiring.queue(), Wiring.WELCOME, Wiring.QUEUE, wiring.clock());
        wiring.prime(wiring.admit(), wiring.lists());
    }

    PostConfirmationHandler(Welcome welcome, UnfinishedQueue queue, InTime patience, InTime queueing,
            InstantSource clock) {
        this.welcome = welcome;
        this.queue = queue;
        this.patience = patience;
        this.queueing = queueing;
        this.clock = clock;
        this.log = new FunctionLog("post-confirmation");
    }

    /** Gives the event back, whatever happens. */
    @Override
    public CognitoUserPoolPostConfirmationEvent handleRequest(CognitoUserPoolPostConfirmationEvent event,
            Context context) {
        var line = log.line(context.getAwsRequestId()).with("trigger", String.valueOf(event.getTriggerSource()));
        if (!SIGNED_UP.equals(event.getTriggerSource())) {
            log.info(line.outcome("nothing-to-do"));
            return event;
        }
        var request = event.getRequest();
        var user = User.of(event, request, request == null ? null : request.getClientMetadata());
        var began = clock.instant();
        try {
            var outcome = patience.get(() -> welcome.welcome(user, began));
            log.info(WelcomeLines.told(line, outcome).took(Duration.between(began, clock.instant())));
        } catch (RuntimeException failed) {
            leave(user, new Unfinished(user.id(), began), line.failure(failed));
        }
        return event;
    }

    private void leave(User user, Unfinished unfinished, LogLine line) {
        try {
            queueing.get(() -> {
                queue.add(unfinished);
                return unfinished;
            });
            log.warning(line.outcome("left-for-later"));
        } catch (RuntimeException failed) {
            log.error(line.outcome("lost").with("user", user.sub()).failure(failed));
        }
    }
}
