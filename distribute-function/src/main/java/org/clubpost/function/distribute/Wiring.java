package org.clubpost.function.distribute;

import java.time.Duration;
import org.clubpost.aws.Sleep;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.prepare.Reach;
import org.clubpost.mail.prepare.StoredPreparedMails;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Receive;
import org.clubpost.mail.receive.Reception;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * Makes what these functions consist of from the parts, wherever they run. A missing part is named when the use case
 * that needs it is asked for.
 */
public final class Wiring {

    /**
     * How many copies are sent at a time. At the 50 to 100 ms that SES takes for each, these are more than a usual
     * account may send.
     */
    private static final int CONCURRENCY = 10;
    /**
     * The lease is extended while copies are under way. After a worker's death it ends before the queue's message comes
     * again.
     */
    private static final Deliver.Times TIMES = new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(30),
            Duration.ofSeconds(20), Duration.ofMinutes(15));

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this.parts = parts.by(Way.MAIL);
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forEvents(Environment.ofProcess()));
    }

    /**
     * How fast copies are sent in the cloud.
     *
     * @throws IllegalStateException when the environment has a value that it may not have; names it
     */
    static Deliver.Settings settings() {
        return new Deliver.Settings(Environment.ofProcess().window(), CONCURRENCY, TIMES, RetryPolicy.PATIENT);
    }

    /** The use case of the mails that come in. */
    public Receive receive() {
        var database = parts.database();
        var notices = new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random());
        var people = new Tell.Way(notices, database.rateLimits(), new CancelLinks(parts.ids(), parts.links()),
                parts.owners(notices));
        var stores = new Reception.Stores(database.lists(), database.subscribers(), database.posts(), parts.mails(),
                database.seenMails(), database.recentMails(), database.signUpRequests(), database.wordings(),
                database.funnel(), id -> database.deletedLists().find(id).map(DeletedLists.Deleted::list));
        var ways = new Reception.Ways(
                new Plan(database.lists(), database.posts(), database.ranges(), parts.queue()),
                new Tell(database.posts(), database.ranges(), database.subscribers(), people, parts.clock()), people,
                () -> parts.outbox().largest(), parts.cameBack(), () -> parts.operators().addresses());
        return new Reception(stores, ways, new Secrets(parts.ids(), parts.links(), parts.random()),
                Preparation.rewriting(new ListPreparation(parts.links(), database.sentIds(), database.postNumbers(),
                        Reach.of(database.subscribers(), parts.ids()), parts.outbox().keepsMessageIds())),
                new Reception.Office(database.ranges(), database.actLog(), database.noteTasks(),
                        database.memberTexts()),
                parts.clock())
                .receive();
    }

    /** The use case of the ranges, which sends through that outbox. */
    public Deliver deliver(Outbox outbox, Deliver.Settings settings) {
        var database = parts.database();
        return new Deliver(
                new Deliver.Ports(database.lists(), database.subscribers(), database.posts(), database.ranges(),
                        new StoredPreparedMails(parts.mails(), parts.links()),
                        new Deliver.Way(outbox, parts.permits(), Sleep.SYSTEM, parts.random()), parts.queue(),
                        database.sentIds(), database.returns()),
                settings, parts.clock());
    }

    /** The way out, counted. */
    CountedOutbox counted() {
        return new CountedOutbox(parts.outbox());
    }
}
