package org.clubpost.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.clubpost.core.post.SentId;
import org.clubpost.core.post.SentIds;

/** One item for each copy; DynamoDB deletes it some time after its days are over. */
final class DynamoSentIds implements SentIds {

    private static final String ORIGINAL = "original";

    private final Table table;

    DynamoSentIds(Table table) {
        this.table = table;
    }

    @Override
    public void remember(Collection<SentId> ids, Instant now) {
        var items = new LinkedHashMap<String, Item>();
        var end = now.plus(Duration.ofDays(DAYS)).getEpochSecond();
        for (var id : ids) {
            items.put(id.sent(),
                    Item.at(key(id.sent())).text(ORIGINAL, id.original()).number(TableLayout.EXPIRES_AT, end));
        }
        table.putAll(List.copyOf(items.values()));
    }

    @Override
    public Map<String, String> originals(Collection<String> sent) {
        var found = new HashMap<String, String>();
        for (var id : sent) {
            table.get(key(id)).ifPresent(item -> found.put(id, item.text(ORIGINAL)));
        }
        return found;
    }

    private static Key key(String sent) {
        return new Key("SENT#" + sent, TableLayout.META);
    }
}
