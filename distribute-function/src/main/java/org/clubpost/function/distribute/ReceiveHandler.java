package org.clubpost.function.distribute;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.post.MailKey;
import org.clubpost.mail.receive.Receive;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the mails that an S3 event names. Every record is looked at; when one of them failed, the event fails at the end and Lambda delivers it again,
 * which changes nothing for the others.
 */
public final class ReceiveHandler implements RequestHandler<S3Event, @Nullable Void> {

    private static final System.Logger LOG = System.getLogger(ReceiveHandler.class.getName());

    private final Receive receive;
    private final InstantSource clock;

    /** As AWS Lambda makes it, of the process's environment. */
    public ReceiveHandler() {
        this(Wiring.ofProcess().receive(), InstantSource.system());
    }

    /** Receives with that use case. */
    public ReceiveHandler(Receive receive, InstantSource clock) {
        this.receive = receive;
        this.clock = clock;
    }

    /**
     * @throws RuntimeException what the first failing record failed with; the event may be delivered again
     */
    @Override
    public @Nullable Void handleRequest(S3Event event, Context context) {
        Optional<RuntimeException> failed = Optional.empty();
        for (var record : event.getRecords()) {
            try {
                receive(record, context.getAwsRequestId());
            } catch (RuntimeException e) {
                LOG.log(ERROR, "receive request=" + context.getAwsRequestId() + " outcome=failed", e);
                failed = failed.or(() -> Optional.of(e));
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
        return null;
    }

    private void receive(S3EventNotificationRecord stored, String request) {
        var began = clock.millis();
        var outcome = key(stored).map(receive::receive).orElseGet(Receive.Outcome.NoMail::new);
        LOG.log(INFO, "receive request={0} {1} ms={2}", request, words(outcome), Long.toString(clock.millis() - began));
    }

    /** The key, which S3 writes as forms are written; empty when no mail of ours can lie under it. */
    private static Optional<MailKey> key(S3EventNotificationRecord stored) {
        try {
            return Optional.of(new MailKey(URLDecoder.decode(stored.getS3().getObject().getKey(), UTF_8)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String words(Receive.Outcome outcome) {
        return switch (outcome) {
            case Receive.Outcome.NoMail _ -> "outcome=no-mail";
            case Receive.Outcome.UnknownList(var list) -> "outcome=unknown-list list=" + list;
            case Receive.Outcome.Taken(var list, var post, var what, var rule) -> "outcome=%s list=%s post=%s rule=%s"
                    .formatted(what, list, post, rule.isEmpty() ? "-" : rule);
        };
    }
}
