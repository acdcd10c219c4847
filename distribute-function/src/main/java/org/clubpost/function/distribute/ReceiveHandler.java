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
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.receive.Fate;
import org.clubpost.mail.receive.Receive;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the mails that an S3 event names. Every record is looked at. When one of them fails, the event fails at the
 * end, and Lambda delivers it again, which changes nothing for the others.
 */
public final class ReceiveHandler implements RequestHandler<S3Event, @Nullable Void> {

    private final Receive receive;
    private final InstantSource clock;
    private final FunctionLog log;

    /** Made by AWS Lambda, from the process's environment. */
    public ReceiveHandler() {
        this(Wiring.ofProcess().receive(), InstantSource.system());
    }

    /** Receives with that use case. */
    public ReceiveHandler(Receive receive, InstantSource clock) {
        this.receive = receive;
        this.clock = clock;
        this.log = new FunctionLog("receive");
    }

    /**
     * @throws UnavailableException when one of them was not taken in; the event may be delivered again. It has no
     *         cause, because the runtime would write that to the log with all messages
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
        var line = told(log.line(request), outcome).took(Duration.between(began, clock.instant()));
        if (line.counts().containsKey(Metric.UNCHECKED)) {
            log.warning(line);
        } else {
            log.info(line);
        }
    }

    /** The key, which S3 encodes as forms are encoded; empty when no mail of ours can lie under it. */
    private static Optional<MailKey> key(S3EventNotificationRecord stored) {
        try {
            return Optional.of(new MailKey(URLDecoder.decode(stored.getS3().getObject().getKey(), UTF_8)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static LogLine told(LogLine line, Receive.Outcome outcome) {
        return switch (outcome) {
            case Receive.Outcome.NoMail _ -> line.outcome("no-mail");
            case Receive.Outcome.UnknownList(var list) -> line.list(list).outcome("unknown-list");
            case Receive.Outcome.Taken(var list, var post, var fate, var rule, var isChecked) ->
                told(line.list(list).post(post).with("rule", rule), fate)
                        .counting(Metric.UNCHECKED, isChecked ? 0 : 1);
        };
    }

    private static LogLine told(LogLine line, Fate fate) {
        return switch (fate) {
            case Fate.Relayed _ -> counted(line.outcome("relayed"), 1, 0);
            case Fate.Waiting _ -> counted(line.outcome("waiting"), 1, 0);
            case Fate.Held _ -> counted(line.outcome("held"), 0, 1);
            case Fate.Rejected _ -> counted(line.outcome("rejected"), 0, 0);
            case Fate.Discarded _ -> counted(line.outcome("discarded"), 0, 0);
            case Fate.Forwarded _ -> counted(line.outcome("forwarded"), 0, 0);
            case Fate.Served _ -> counted(line.outcome("served"), 0, 0);
            case Fate.Left _ -> counted(line.outcome("left"), 0, 0);
            case Fate.Obeyed _ -> counted(line.outcome("obeyed"), 0, 0);
            case Fate.Resumed _ -> counted(line.outcome("resumed"), 0, 0);
            case Fate.SetAside _ -> counted(line.outcome("set-aside"), 0, 0);
            case Fate.Settled _ -> counted(line.outcome("settled"), 0, 0);
        };
    }

    /** Adds how many posts go out, now or at their time, and how many are held. */
    private static LogLine counted(LogLine line, int posts, int held) {
        return line.counting(Metric.POSTS, posts).counting(Metric.HELD, held);
    }
}
