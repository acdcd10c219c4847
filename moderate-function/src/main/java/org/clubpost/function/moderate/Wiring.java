package org.clubpost.function.moderate;

import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.notice.Notices;
import org.clubpost.mail.receive.Moderate;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Receive;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * How the parts become what these functions are made of, wherever they run. A part that is missing is named when the
 * use case that needs it is asked for.
 */
public final class Wiring {

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this.parts = parts;
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()));
    }

    /** The use case of the links, and of the schedule that ends what nobody decided. */
    public Moderate moderate() {
        var database = parts.database();
        return new Moderate(
                new Receive.Ports(database.lists(), database.subscribers(), database.posts(), database.ranges(),
                        parts.mails(), parts.queue(), notices(), database.rateLimits(), database.seenMails()),
                new Receive.Secrets(parts.ids(), parts.links(), parts.random()),
                Preparation.rewriting(parts.links(), database.sentIds(), database.postNumbers()), parts.clock());
    }

    /** The use case of the schedule of every minute. */
    public Supervise supervise() {
        var database = parts.database();
        return new Supervise(database.lists(), database.posts(),
                new Plan(database.lists(), database.posts(), database.ranges(), parts.queue()),
                new Tell(database.posts(), database.ranges(), database.subscribers(),
                        new Tell.Way(notices(), database.rateLimits(), new CancelLinks(parts.ids(), parts.links())),
                        parts.clock()),
                parts.clock());
    }

    private Notices notices() {
        return new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random());
    }
}
