package org.clubpost.function.distribute;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.receive.Receive;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the mails that an S3 event names. Every record is looked at; when one of them failed, the event fails at the end and Lambda delivers it again,
 * which changes nothing for the others.
 */
public final class ReceiveHandler implements RequestHandler<S3Event, @Nullable Void> {

    /** What became of a mail that members get, now or at its time. */
    private static final Set<String> GOING_OUT = Set.of("relayed", "waiting");

    private final Receive receive;
    private final InstantSource clock;
    private final FunctionLog log;

    /** As AWS Lambda makes it, of the process's environment. */
    public ReceiveHandler() {
        this(Wiring.ofProcess().receive(), InstantSource.system());
    }

    /** Receives with that use case. */
    public ReceiveHandler(Receive receive, InstantSource clock) {
        this.receive = receive;
        this.clock = clock;
        this.log = new FunctionLog("receive", clock);
    }

    /**
     * @throws UnavailableException when one of them was not taken in; the event may be delivered again. It has no cause, because the runtime writes that to
     *         the log with all messages
     */
    @Override
    public @Nullable Void handleRequest(S3Event event, Context context) {
        var failed = 0;
        for (var record : event.getRecords()) {
            try {
                receive(record, context.getAwsRequestId());
            } catch (RuntimeException e) {
                log.error(log.line(context.getAwsRequestId()).outcome("failed").failure(e));
                failed++;
            }
        }
        if (failed > 0) {
            throw new UnavailableException(failed + " of " + event.getRecords().size() + " mails were not taken in");
        }
        return null;
    }

    private void receive(S3EventNotificationRecord stored, String request) {
        var began = clock.instant();
        var outcome = key(stored).map(receive::receive).orElseGet(Receive.Outcome.NoMail::new);
        log.info(told(log.line(request), outcome).took(Duration.between(began, clock.instant())));
    }

    /** The key, which S3 writes as forms are written; empty when no mail of ours can lie under it. */
    private static Optional<MailKey> key(S3EventNotificationRecord stored) {
        try {
            return Optional.of(new MailKey(URLDecoder.decode(stored.getS3().getObject().getKey(), UTF_8)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static LogLine told(LogLine line, Receive.Outcome outcome) {
        return switch (outcome) {
            case Receive.Outcome.NoMail _ -> line.outcome("no-mail");
            case Receive.Outcome.UnknownList(var list) -> line.list(list).outcome("unknown-list");
            case Receive.Outcome.Taken(var list, var post, var what, var rule) ->
                line.list(list).post(post).with("rule", rule).outcome(what)
                        .counting(Metric.POSTS, GOING_OUT.contains(what) ? 1 : 0)
                        .counting(Metric.HELD, what.equals("held") ? 1 : 0);
        };
    }
}
