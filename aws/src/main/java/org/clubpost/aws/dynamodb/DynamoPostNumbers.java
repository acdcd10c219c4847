package org.clubpost.aws.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.clubpost.core.Attempts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostNumbers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A counter for each list, and one item for each number that was given. Both are written in one transaction, on the
 * condition that nobody else has counted meanwhile and that the post has no number yet. So no number is lost or given
 * twice.
 */
final class DynamoPostNumbers implements PostNumbers {

    private static final String NUMBER = "number";
    private static final String LAST = "lastNumber";

    private final Table table;

    DynamoPostNumbers(Table table) {
        this.table = table;
    }

    @Override
    public long of(ListId list, PostId post) {
        var key = TableLayout.postNumber(post);
        return Attempts.until(table, () -> table.get(key).map(given -> given.number(NUMBER))
                .or(() -> next(list, key)));
    }

    /** Gives the next number; empty when another caller was quicker. */
    private Optional<Long> next(ListId list, Key key) {
        var last = table.get(TableLayout.lastPostNumber(list)).map(item -> item.number(LAST)).orElse(0L);
        var number = Item.at(key).number(NUMBER, last + 1);
        var refused = table.commit(List.of(table.putting(number, Condition.ABSENT),
                table.updating(counting(list, last))));
        return refused.isEmpty() ? Optional.of(last + 1) : Optional.empty();
    }

    private static Update counting(ListId list, long last) {
        return new Update(TableLayout.lastPostNumber(list), "SET " + LAST + " = :next",
                last == 0 ? "attribute_not_exists(" + LAST + ")" : LAST + " = :last", values(last));
    }

    /** DynamoDB refuses a value that no expression uses. */
    private static Map<String, AttributeValue> values(long last) {
        return last == 0
                ? Map.of(":next", Item.number(1))
                : Map.of(":next", Item.number(last + 1), ":last", Item.number(last));
    }
}
