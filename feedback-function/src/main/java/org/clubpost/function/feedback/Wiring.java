package org.clubpost.function.feedback;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.sqs.SqsUnpolledQueue;
import org.clubpost.core.database.Database;
import org.clubpost.core.feedback.TakeFeedback;
import org.clubpost.core.health.CountReturns;
import org.clubpost.core.owners.Owners;

/** Makes what this function consists of. */
public final class Wiring {

    /** By then the ids of copies are remembered that were just sent. */
    private static final Duration WAIT = Duration.ofMinutes(5);

    private final CloudParts parts;

    private Wiring(CloudParts parts) {
        this.parts = parts;
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forEvents(Environment.ofProcess()));
    }

    /**
     * What hears events, with any database.
     *
     * @param region where SES is, such as {@code eu-central-1}; empty when only the events say it
     */
    public static Hearing hearing(Database database, String region, InstantSource clock) {
        // Owners find it in what is gathered for them: this function sends no mail.
        var owners = new Owners(_ -> {
            throw new IllegalStateException("there is no way out");
        }, database.rateLimits(), database.gatheredNews(), clock);
        return new Hearing(new SesEvents(region, clock),
                new TakeFeedback(
                        new TakeFeedback.Ports(database.lists(), database.subscribers(), database.posts(),
                                database.bounces(), database.sentIds(), database.noteTasks()),
                        owners,
                        new CountReturns(database.returns(), database.posts(), database.noteTasks(), clock),
                        clock));
    }

    Hearing hearing() {
        return hearing(parts.database(), parts.region().orElse(""), parts.clock());
    }

    LaterEvents later() {
        return new Queue(parts.feedback());
    }

    private record Queue(SqsUnpolledQueue queue) implements LaterEvents {

        @Override
        public void add(String json) {
            queue.add(json, WAIT);
        }

        @Override
        public int take(Predicate<String> isDone) {
            return queue.take(letter -> isDone.test(letter.body()));
        }
    }
}
