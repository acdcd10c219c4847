package org.clubpost.local;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.Posts;
import org.clubpost.local.files.NeededMails;
import org.clubpost.local.files.OldMails;
import org.clubpost.local.http.HttpFront;
import org.clubpost.local.http.SitePages;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.lambda.LocalQueue;
import org.clubpost.local.lambda.Schedule;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.MailboxFile;
import org.clubpost.local.mailbox.MailboxOutbox;
import org.clubpost.local.mailbox.MailboxPages;
import org.clubpost.local.posts.PostsPage;
import org.clubpost.local.relay.RelayLimits;
import org.clubpost.local.relay.SmtpOutbox;
import org.clubpost.local.smtp.SmtpFront;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;

/** Clubpost on one machine, running. */
public final class LocalService implements AutoCloseable {

    /** How many ranges are delivered at the same time. */
    public static final int WORKERS = 2;

    /** How many copies of a range are handed over at the same time: as many as keep two processors busy. */
    private static final int TO_THE_MAILBOX = 8;
    private static final int TO_SES = 16;
    private static final Deliver.Times TIMES = new Deliver.Times(Duration.ofSeconds(10), Duration.ofSeconds(1),
            Duration.ofSeconds(3), Duration.ofMinutes(15));
    /** How soon a post goes on after somebody has resumed it. */
    private static final Duration SUPERVISE = Duration.ofSeconds(1);
    /** Short, so that a stop need not wait long for the invocations under way. */
    private static final Duration DELIVER_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration RECEIVE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SWEEP = Duration.ofHours(1);
    /** A name that is never anybody's (RFC 6761 section 6.4). */
    private static final String REFUSED_DOMAIN = "refused.invalid";
    private static final ListId FIRST_LIST = new ListId("news");

    private final Parts parts;
    private final RunningService running;

    private LocalService(Parts parts, RunningService running) {
        this.parts = parts;
        this.running = running;
    }

    /**
     * Starts everything, and continues what an earlier run left undone. When this returns, everything is ready.
     *
     * @throws StartFailure when it cannot start, for a reason that the person who starts it can deal with
     */
    public static LocalService start(LocalSettings settings) throws StartFailure {
        var parts = new Parts();
        try {
            return new LocalService(parts, start(settings, parts, InstantSource.system(), new SecureRandom()));
        } catch (IOException e) {
            parts.close();
            throw new StartFailure("Clubpost cannot start: " + e.getMessage());
        } catch (StartFailure | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static RunningService start(LocalSettings settings, Parts parts, InstantSource clock,
            RandomGenerator random) throws StartFailure, IOException {
        var layout = new DataLayout(settings.data());
        checkData(layout);
        parts.add(DataDirectory.take(settings.data()));
        parts.add(ServiceLog.open(layout.log()));
        var http = parts.add(openHttp(settings, clock));
        var data = parts.add(open(layout, random));
        var database = data.database();
        var mails = data.mails();
        var mailbox = parts.add(MailboxFile.open(layout.mailbox()));
        var outbox = outbox(settings, parts, mailbox, clock);
        var queue = parts.add(new LocalQueue(DELIVER_TIMEOUT));
        var site = Site.load();
        var publicUrl = settings.doors().publicUrl(http.port());
        var permits = permits(settings, database, parts, random);
        var functions = new Functions(new LocalParts(database, mails, queue, outbox, permits, data.secrets(), publicUrl,
                clock, random), site);
        var events = parts.add(new InboundEvents(functions.receive(), RECEIVE_TIMEOUT, layout.events(), clock));
        var lists = database.lists();
        checkDomain(lists, settings.domain());
        createFirstList(lists, settings.domain());
        data.remember(settings.domain(), publicUrl);
        var smtp = parts.add(openSmtp(settings,
                new SmtpFront.Ports(lists, settings.domain(), mails, events, settings.trust()), clock,
                random));

        http.function("/subscribe", "subscribe", functions.subscribe());
        http.function("/confirm", "confirm", functions.confirm());
        http.function("/withdraw", "confirm", functions.confirm());
        http.function("/unsubscribe", "unsubscribe", functions.unsubscribe());
        http.function("/manage", "manage", functions.manage());
        http.function("/moderate", "moderate", functions.moderate());
        http.pages("/mailbox", new MailboxPages(mailbox).forThisMachine());
        http.pages("/posts", new PostsPage(lists, database.posts(), database.ranges()).forThisMachine());
        http.pages("/health", new Health(database, mails));
        http.otherPages(new SitePages(StaticFiles.of(site)));

        database.releaseRanges();
        events.resume();
        resume(lists, database.posts(), events);
        queue.start(WORKERS, functions.deliver(delivery(settings)), functions.deadLetters());
        parts.add(new Schedule("supervise", functions.supervise(), SUPERVISE));
        parts.add(new Schedule("sweep", functions.sweep(), SWEEP));
        var oldMails = new OldMails(mails, new NeededMails(lists, database.posts(), events::owed), clock);
        parts.add(new Schedule("old-rows", database::sweep, SWEEP));
        parts.add(new Schedule("old-mails", oldMails::sweep, SWEEP));
        var running = new RunningService(URI.create("http://localhost:" + http.port()), smtp.port(), settings.domain(),
                publicUrl);
        running.write(layout);
        parts.add(() -> RunningService.remove(layout));
        http.ready();
        return running;
    }

    /** Before anything is written there. */
    private static void checkData(DataLayout layout) throws StartFailure {
        try {
            LocalData.check(layout);
        } catch (UnusableData e) {
            throw new StartFailure(e.reason());
        }
    }

    private static LocalData open(DataLayout layout, RandomGenerator random) throws StartFailure, IOException {
        try {
            return LocalData.make(layout, random);
        } catch (UnusableData e) {
            throw new StartFailure(e.reason());
        }
    }

    private static HttpFront openHttp(LocalSettings settings, InstantSource clock) throws StartFailure {
        var doors = settings.doors();
        try {
            return HttpFront.open(doors.bind(), doors.httpPort(), clock);
        } catch (IOException e) {
            throw new StartFailure("Port " + doors.httpPort() + " of " + doors.bind().getHostAddress()
                    + " is in use or not allowed. Choose another one with --http-port.");
        }
    }

    private static SmtpFront openSmtp(LocalSettings settings, SmtpFront.Ports ports, InstantSource clock,
            RandomGenerator random) throws StartFailure {
        var doors = settings.doors();
        try {
            return SmtpFront.open(doors.bind(), doors.smtpPort(), ports, clock, random);
        } catch (IOException e) {
            throw new StartFailure("Port " + doors.smtpPort() + " of " + doors.bind().getHostAddress()
                    + " is in use or not allowed. Choose another one with --smtp-port.");
        }
    }

    private static Outbox outbox(LocalSettings settings, Parts parts, MailboxFile mailbox, InstantSource clock) {
        return switch (settings.outlet()) {
            case Outlet.Mailbox(var sync) -> new MailboxOutbox(mailbox, sync, LocalService::isRefused, clock);
            case Outlet.Relay(var server, var connections) ->
                parts.add(new SmtpOutbox(server, settings.domain(), RelayLimits.of(connections)));
            case Outlet.Ses _ -> parts.add(new SesOutbox(AwsClients.ses(), SesOutbox.Settings.DEFAULT));
        };
    }

    private static Deliver.Settings delivery(LocalSettings settings) {
        return new Deliver.Settings(settings.window(), switch (settings.outlet()) {
            case Outlet.Mailbox _ -> TO_THE_MAILBOX;
            // A range that is alone, the last of a post, uses all of them; several ranges wait for one another.
            case Outlet.Relay(_, var connections) -> connections;
            case Outlet.Ses _ -> TO_SES;
        }, TIMES, RetryPolicy.PATIENT);
    }

    /** SES says how much it allows; the mailbox and a relay take as much as they can. */
    private static SendPermits permits(LocalSettings settings, Database database, Parts parts,
            RandomGenerator random) {
        if (!(settings.outlet() instanceof Outlet.Ses)) {
            return SendPermits.unlimited();
        }
        var client = AwsClients.sesControl();
        parts.add(client);
        return CloudParts.permits(client, database.sharedRate(), random);
    }

    /** To see what becomes of a refused address, add a member of this domain. */
    private static boolean isRefused(EmailAddress recipient) {
        return recipient.domain().equals(REFUSED_DOMAIN);
    }

    /**
     * A list's domain never changes, so a service with another domain would not know the addresses of its own lists.
     */
    private static void checkDomain(Lists lists, String domain) throws StartFailure {
        for (var list : lists.all()) {
            if (!list.domain().equals(domain)) {
                throw new StartFailure("The lists in this data directory are of " + list.domain()
                        + ". Start it with --domain " + list.domain() + ", or give --data another directory.");
            }
        }
    }

    /** The first start makes a list, so that there is something to see. */
    private static void createFirstList(Lists lists, String domain) {
        if (lists.all().isEmpty()) {
            lists.create(MailingList.create(FIRST_LIST, domain, "News",
                    List.of(EmailAddress.of("owner@example.org"))));
        }
    }

    /**
     * Posts that were being received or sent when the service ended go on: the receive handler knows what each of them
     * needs.
     */
    private static void resume(Lists lists, Posts posts, InboundEvents events) {
        for (var list : lists.all()) {
            try (var unsettled = posts.unsettled(list.id())) {
                unsettled.forEach(post -> events.takeUp(post.mail()));
            }
        }
    }

    /** Where everything is. */
    public RunningService running() {
        return running;
    }

    /** Gives what is under way a few seconds to end, and stops. */
    @Override
    public void close() {
        parts.close();
    }
}
