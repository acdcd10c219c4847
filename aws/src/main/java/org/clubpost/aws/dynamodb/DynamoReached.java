package org.clubpost.aws.dynamodb;

import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Notification;

/**
 * Whom the members' topics reach, and by which subscription of SNS. It stands beside the members and not in them, because
 * it is true for a while after a member has left.
 */
public final class DynamoReached {

    private static final String SUBSCRIPTION = "subscription";
    private static final String ADDRESS = "address";
    private static final String WELCOMED = "welcomed";

    private final Table table;

    DynamoReached(Table table) {
        this.table = table;
    }

    /**
     * How a person is reached.
     *
     * @param way by mail or by phone
     * @param endpoint the address or the number
     * @param subscription the ARN of the subscription; empty when the process died before it was known
     * @param welcomed whether they were welcomed
     */
    public record Reached(Notification way, String endpoint, String subscription, boolean welcomed) {

        /** By that subscription. */
        public Reached by(String arn) {
            return new Reached(way, endpoint, arn, welcomed);
        }

        /** After the welcome. */
        public Reached asWelcomed() {
            return new Reached(way, endpoint, subscription, true);
        }

        /** Says what this is, and not where somebody is reached. */
        @Override
        public String toString() {
            return "Reached[" + subscription + "]";
        }
    }

    /** How that person is reached; empty when not at all. */
    public Optional<Reached> find(ListId list, SubscriberId person) {
        return table.get(TableLayout.reached(list, person)).map(DynamoReached::read);
    }

    /** Remembers it, in place of what was known. */
    public void put(ListId list, SubscriberId person, Reached reached) {
        var item = Item.at(TableLayout.reached(list, person)).text(ADDRESS, reached.endpoint())
                .text(SUBSCRIPTION, reached.subscription()).flag(WELCOMED, reached.welcomed());
        table.put(SubscriberItems.notification(reached.way(), item), Condition.NONE);
    }

    /** Forgets it. */
    public void remove(ListId list, SubscriberId person) {
        table.delete(TableLayout.reached(list, person), Condition.NONE);
    }

    /** How many are reached by phone. */
    public int phones(ListId list) {
        return (int) table.query(Table.beginningWith(TableLayout.list(list).pk(), TableLayout.NOTE).build())
                .map(DynamoReached::read).filter(each -> each.way() instanceof Notification.ByPhone)
                .filter(each -> !each.subscription().isEmpty()).count();
    }

    private static Reached read(Item item) {
        return new Reached(SubscriberItems.notification(item), item.text(ADDRESS), item.text(SUBSCRIPTION),
                item.flag(WELCOMED));
    }
}
