package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clubpost.core.Pause;
import org.clubpost.core.limit.RecentMails;

/** The mails of a mailbox in one item, which DynamoDB deletes some time after the last of them may be forgotten. */
final class DynamoRecentMails implements RecentMails {

    private static final String MAILS = "mails";

    private final Table table;

    DynamoRecentMails(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public List<Mail> of(String key) {
        return table.get(TableLayout.recentMails(key))
                .map(item -> item.texts(MAILS).stream().map(Mail::of).toList()).orElseGet(List::of);
    }

    @Override
    public boolean replace(String key, List<Mail> seen, List<Mail> changed, Instant until) {
        var item = Item.at(TableLayout.recentMails(key)).texts(MAILS, written(changed))
                .number(TableLayout.EXPIRES_AT, until.getEpochSecond() + 1);
        var asSeen = seen.isEmpty()
                ? new Condition("attribute_not_exists(#seen) OR #seen = :seen", Map.of("#seen", MAILS),
                        Map.of(":seen", Item.texts(List.of())))
                : Condition.equal(MAILS, Item.texts(written(seen)));
        return table.put(item, asSeen) instanceof Table.Changed.Yes;
    }

    private static List<String> written(List<Mail> mails) {
        return mails.stream().map(Mail::written).toList();
    }
}
