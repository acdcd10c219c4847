package org.clubpost.aws.dynamodb;

import org.clubpost.aws.JitteredPause;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.Lists;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.subscriber.Subscribers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ports on one table of the shape of {@link TableLayout}. Safe for use by many threads, like the client that it is given. */
public final class DynamoTable {

    private final Table table;

    /**
     * @param client reaches DynamoDB; is not closed here
     * @param name the table's name
     */
    public DynamoTable(DynamoDbClient client, String name) {
        table = new Table(client, name, JitteredPause.SYSTEM);
    }

    /** The lists in it. */
    public Lists lists() {
        return new DynamoLists(table);
    }

    /** The subscribers in it. */
    public Subscribers subscribers() {
        return new DynamoSubscribers(table);
    }

    /** The posts in it. */
    public Posts posts() {
        return new DynamoPosts(table);
    }

    /** The ranges of posts in it. */
    public Ranges ranges() {
        return new DynamoRanges(table);
    }

    /** The limits counted in it. */
    public RateLimits rateLimits() {
        return new DynamoRateLimits(table);
    }

    /** The mails of each second counted in it. */
    public SharedRate sharedRate() {
        return new DynamoSharedRate(table);
    }

    /** The ids of copies remembered in it. */
    public SentIds sentIds() {
        return new DynamoSentIds(table);
    }

    /** The numbers of posts in it. */
    public PostNumbers postNumbers() {
        return new DynamoPostNumbers(table);
    }

    /** The mails that were seen of late, in it. */
    public SeenMails seenMails() {
        return new DynamoSeenMails(table);
    }
}
