package org.clubpost.local.lambda;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.RequestParametersEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.ResponseElementsEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.UserIdentityEntity;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailKey;
import org.jspecify.annotations.Nullable;

/**
 * S3's event for a stored mail and Lambda's asynchronous invocation, on one machine. The receive handler is called some
 * time after the mail was stored, about several mails side by side. When it fails, it is called again, until it does not. An {@link Error}, which
 * would kill a function and have it replaced, counts as a failure too. Events that were not done when the process
 * ended are done after the next start.
 */
public final class InboundEvents implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(InboundEvents.class.getName());
    /**
     * Lambda waits one and then two minutes, and then gives the event to a queue that somebody looks at. Here nobody
     * does, so the last pause is repeated for as long as it takes, such as until there is room on the disk again. A mail
     * that is itself to blame is set aside after three times, which ends that.
     */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(20),
            Duration.ofMinutes(2), Duration.ofMinutes(10));

    private final RequestHandler<S3Event, @Nullable Void> handler;
    private final InstantSource clock;
    private final Duration timeout;
    private final EventJournal journal;
    /** What this process has announced or taken up, and is not done. */
    private final Set<MailKey> own = ConcurrentHashMap.newKeySet();
    private final Lanes lanes;

    /**
     * @param handler the receive handler
     * @param timeout how long one invocation may last
     * @param directory where the events that are owed are noted
     * @throws IOException when that directory cannot be written
     */
    public InboundEvents(RequestHandler<S3Event, @Nullable Void> handler, Duration timeout, Path directory,
            InstantSource clock) throws IOException {
        this(handler, timeout, directory, _ -> 0, clock);
    }

    /**
     * @param handler the receive handler
     * @param timeout how long one invocation may last
     * @param directory where the events that are owed are noted
     * @param size the size of a mail in octets
     * @throws IOException when that directory cannot be written
     */
    public InboundEvents(RequestHandler<S3Event, @Nullable Void> handler, Duration timeout, Path directory,
            ToLongFunction<MailKey> size, InstantSource clock) throws IOException {
        this.lanes = new Lanes(size);
        this.handler = handler;
        this.timeout = timeout;
        this.journal = new EventJournal(directory);
        this.clock = clock;
    }

    /**
     * Asks whoever has that journal to look at a mail that came in, from another process.
     *
     * @throws UnavailableException when that cannot be noted
     */
    public static void ask(Path directory, MailKey mail) {
        try {
            var journal = new EventJournal(directory);
            journal.add(mail);
            journal.force();
        } catch (IOException e) {
            throw new UnavailableException("the journal of events cannot be written", e);
        }
    }

    /**
     * Notes that a mail is about to be stored under that key.
     *
     * @throws UnavailableException when that cannot be noted
     */
    public void announce(MailKey mail) {
        own.add(mail);
        try {
            journal.add(mail);
        } catch (UnavailableException failed) {
            own.remove(mail);
            throw failed;
        }
    }

    /** Forgets what was announced: the mail could not be stored, and its sender is told so. */
    public void withdraw(MailKey mail) {
        try {
            journal.remove(mail);
        } catch (UnavailableException stays) {
            LOG.log(WARNING, "receive outcome=cannot-be-withdrawn", stays);
        }
        own.remove(mail);
    }

    /**
     * Has the handler called about the mail under that key, soon. When this returns, neither a kill nor a power cut can
     * prevent that any more.
     *
     * @throws UnavailableException when that cannot be promised; then the handler is not called
     */
    public void stored(MailKey mail) {
        journal.force();
        own.add(mail);
        lanes.begin(mail, () -> invoke(mail, 0));
    }

    /**
     * Has the handler called about the mail under that key, soon, unless the process ends before. These mails come one
     * after the other: one of them may be what ended an earlier process.
     */
    public void takeUp(MailKey mail) {
        own.add(mail);
        lanes.again(mail, Duration.ZERO, () -> invoke(mail, 0));
    }

    /**
     * Has the handler called about every mail that somebody else announced, such as whoever has mails taken in by hand.
     */
    public void takeUpForeign() {
        owed().stream().filter(mail -> !own.contains(mail)).forEach(this::takeUp);
    }

    /** Has the handler called about every mail that was announced and not taken in. A start after a kill needs this. */
    public void resume() {
        owed().forEach(this::takeUp);
    }

    /** The mails that were announced and not taken in. */
    public List<MailKey> owed() {
        return journal.owed();
    }

    private void invoke(MailKey mail, int tried) {
        try {
            handler.handleRequest(event(mail, clock.instant()), new LocalContext("receive", timeout));
            journal.remove(mail);
            own.remove(mail);
        } catch (RuntimeException | Error fault) {
            if (lanes.isOpen()) {
                var pause = PAUSES.get(Math.min(tried, PAUSES.size() - 1));
                LOG.log(tried < PAUSES.size() ? WARNING : ERROR,
                        "receive outcome=comes-again seconds=" + pause.toSeconds(), fault);
                lanes.again(mail, pause, () -> invoke(mail, tried + 1));
            }
        }
    }

    /** What S3 says about a mail that was stored at that time. */
    public static S3Event event(MailKey mail, Instant at) {
        var owner = new UserIdentityEntity("local");
        var bucket = new S3BucketEntity("clubpost", owner, "arn:aws:s3:::clubpost");
        var object = new S3ObjectEntity(URLEncoder.encode(mail.value(), StandardCharsets.UTF_8), 0L, "", "", "0");
        return new S3Event(List.of(new S3EventNotificationRecord("local", "ObjectCreated:Put", "aws:s3",
                at.toString(), "2.1", new RequestParametersEntity("127.0.0.1"),
                new ResponseElementsEntity("", ""), new S3Entity("inbound", bucket, object, "1.0"), owner)));
    }

    /**
     * Waits until the invocations under way have ended, and stops. The other mails get their events at the next start.
     */
    @Override
    public void close() {
        lanes.close(timeout);
    }
}
