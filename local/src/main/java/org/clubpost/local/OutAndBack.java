package org.clubpost.local;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.clubpost.core.database.Database;
import org.clubpost.core.feedback.FeedbackOutbox;
import org.clubpost.core.feedback.ReturnPaths;
import org.clubpost.core.feedback.TakeFeedback;
import org.clubpost.core.health.CountReturns;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.local.mailbox.MailboxFile;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * The way out, and the way back for what does not arrive. Both end at the same door, whether a relay refuses a mail at
 * once or a report tells of it later.
 *
 * @param outbox the way out
 * @param cameBack told of what came back
 * @param paths the addresses for reports
 */
record OutAndBack(Outbox outbox, Consumer<Feedback> cameBack, ReturnPaths paths) {

    static OutAndBack of(WayOut way, MailboxFile mailbox, LocalData data, InstantSource clock,
            RandomGenerator random) {
        var database = data.database();
        var paths = new ReturnPaths(database.lists(), database.subscribers(),
                new MembershipTokens(data.signing()).bounces());
        var outbox = way.outbox(mailbox, paths, clock);
        var cameBack = cameBack(database, outbox, clock, random);
        return new OutAndBack(new FeedbackOutbox(outbox, cameBack, clock), cameBack, paths);
    }

    private static Consumer<Feedback> cameBack(Database database, Outbox outbox, InstantSource clock,
            RandomGenerator random) {
        var owners = new Owners(new CommonsEmailNotices(outbox, clock, random), database.rateLimits(),
                database.gatheredNews(), clock);
        var counts = new CountReturns(database.returns(), database.posts(), database.noteTasks(), clock);
        return new TakeFeedback(new TakeFeedback.Ports(database.lists(), database.subscribers(), database.posts(),
                database.bounces(), database.sentIds(), database.noteTasks()), owners, counts, clock)::take;
    }
}
