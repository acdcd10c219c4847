package org.clubpost.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.person.OneTimeSecret;
import org.clubpost.core.post.Posts;
import org.clubpost.core.store.Inbox;
import org.clubpost.core.store.MailStore;
import org.clubpost.function.admin.entry.OperatorEntry;
import org.clubpost.local.files.FolderUploads;
import org.clubpost.local.files.NeededMails;
import org.clubpost.local.files.OldMails;
import org.clubpost.local.http.ErrorReplies;
import org.clubpost.local.http.HttpFront;
import org.clubpost.local.http.HttpLimits;
import org.clubpost.local.http.PageKey;
import org.clubpost.local.http.SitePages;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.lambda.LocalQueue;
import org.clubpost.local.lambda.Schedule;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.MailboxFile;
import org.clubpost.local.mailbox.MailboxPages;
import org.clubpost.local.posts.PostsPage;
import org.clubpost.local.smtp.MailMemory;
import org.clubpost.local.smtp.SmtpFront;
import org.clubpost.local.webhook.WebhookSecret;
import org.clubpost.local.webhook.WebhookService;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;

/** Clubpost on one machine, running. */
public final class LocalService implements AutoCloseable {

    /** How many ranges are delivered at the same time. */
    public static final int WORKERS = 2;

    /** How soon a post goes on after somebody has resumed it. */
    private static final Duration SUPERVISE = Duration.ofSeconds(1);
    /** How soon a request to join is answered by mail. It is a time of its own, so that no answer waits for it. */
    private static final Duration SIGN_UPS = Duration.ofSeconds(1);
    /** How soon a mail is taken in that somebody wants to be taken in by hand. */
    private static final Duration FOREIGN_EVENTS = Duration.ofSeconds(2);
    /** Short, so that a stop need not wait long for the invocations under way. */
    private static final Duration DELIVER_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration RECEIVE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SWEEP = Duration.ofHours(1);
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
        var way = new WayOut(settings, parts);
        var queue = parts.add(new LocalQueue(DELIVER_TIMEOUT));
        var site = Site.load();
        var publicUrl = settings.doors().publicUrl(http.port());
        var back = OutAndBack.of(way, mailbox, data, clock, random);
        var outbox = back.outbox();
        var uploads = new FolderUploads(layout.uploads(), new MembershipTokens(data.signing()), clock);
        settings.operator().forEach(data::rememberOperator);
        var functions = new Functions(
                new LocalParts(database, mails, uploads, inbox(mails, layout.events()), queue, outbox,
                        back.cameBack(), way.permits(database.sharedRate(), random), data.secrets(), data.signing(),
                        publicUrl, data.operator().stream().toList(), clock, random),
                site);
        var events = parts.add(new InboundEvents(functions.receive(), RECEIVE_TIMEOUT, layout.events(), mails::size,
                clock));
        var lists = database.lists();
        checkDomain(lists, settings.domain());
        if (data.domain().isEmpty()) {
            createFirstList(lists, settings.domain());
        }
        data.remember(settings.domain(), publicUrl);
        parts.add(startWebhooks(settings, data, publicUrl, clock));
        var smtp = parts.add(openSmtp(settings,
                new SmtpFront.Ports(lists, settings.domain(), mails, events, settings.trust(), new MailMemory(),
                        back.paths()::list),
                clock, random));

        http.function("/", "subscribe", functions.subscribe());
        http.function("/subscribe", "subscribe", functions.subscribe());
        http.function("/confirm", "confirm", functions.confirm());
        http.function("/withdraw", "confirm", functions.confirm());
        http.function("/unsubscribe", "unsubscribe", functions.unsubscribe());
        http.function("/manage", "manage", functions.manage());
        http.function("/erase", "manage", functions.manage());
        http.function("/my-data", "manage", functions.manage());
        http.function("/privacy", "manage", functions.manage());
        http.function("/u", "unsubscribe", functions.unsubscribe());
        http.function("/s", "manage", functions.manage());
        http.function("/address", "manage", functions.manage());
        http.function("/leave", "manage", functions.manage());
        http.function("/moderate", "moderate", functions.moderate());
        var firstSignIn = new OneTimeSecret(random);
        var admin = functions.admin(firstSignIn);
        http.functionUnder("/rooms", "admin", admin);
        http.functionUnder("/api", "admin", admin);
        http.uploads(uploads);
        var pageKey = pageKey(settings, layout, random);
        pageKey.ifPresent(key -> {
            http.ownersPages("/mailbox", new MailboxPages(mailbox), key);
            http.ownersPages("/posts", new PostsPage(lists, database.posts(), database.ranges()), key);
        });
        http.pages("/health", new Health(database, mails));
        http.otherPages(new SitePages(StaticFiles.of(site)));
        http.errors(new ErrorReplies(new ErrorPages(site)));

        database.releaseRanges();
        database.releaseSignUps();
        events.resume();
        resume(lists, database.posts(), events);
        queue.start(WORKERS, functions.deliver(way.delivery()), functions.deadLetters());
        parts.add(new Schedule("supervise", functions.supervise(), SUPERVISE));
        parts.add(new Schedule("sign-ups", functions.answerSignUps()::run, SIGN_UPS));
        parts.add(new Schedule("events", events::takeUpForeign, FOREIGN_EVENTS));
        parts.add(new Schedule("sweep", functions.sweep(), SWEEP));
        parts.add(new Schedule("largest-mail", () -> data.rememberLargestMail(outbox.largest()), SWEEP));
        var oldMails = new OldMails(mails, new NeededMails(lists, database.posts(), events::owed), clock);
        parts.add(new Schedule("old-rows", database::sweep, SWEEP));
        parts.add(new Schedule("old-uploads", uploads::sweep, SWEEP));
        parts.add(new Schedule("old-mails", oldMails::sweep, SWEEP));
        var running = new RunningService(URI.create("http://localhost:" + http.port()), smtp.port(), settings.domain(),
                publicUrl, pageKey, URI.create(publicUrl + OperatorEntry.link(firstSignIn)));
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

    private static WebhookService startWebhooks(LocalSettings settings, LocalData data, URI publicUrl,
            InstantSource clock) {
        var webhooks = settings.webhooks();
        var database = data.database();
        database.record(webhooks.recording());
        return WebhookService.start(webhooks,
                webhooks.secret().orElseGet(() -> WebhookSecret.of(data.secrets())), database.events(),
                database.deliveries(), publicUrl, clock);
    }

    private static Optional<PageKey> pageKey(LocalSettings settings, DataLayout layout, RandomGenerator random)
            throws IOException {
        return settings.doors().localPages()
                ? Optional.of(PageKey.open(layout.pageKey(), random))
                : Optional.empty();
    }

    private static HttpFront openHttp(LocalSettings settings, InstantSource clock) throws StartFailure {
        var doors = settings.doors();
        try {
            return HttpFront.open(doors.bind(), doors.httpPort(), doors.proxies(), HttpLimits.USUAL, clock);
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

    /** What is stored is announced afterwards, so that nobody looks for it before it is there. */
    private static Inbox inbox(MailStore mails, Path events) {
        return (key, mail) -> {
            mails.put(key, mail);
            InboundEvents.ask(events, key);
        };
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
