package org.clubpost.aws.dynamodb;

import java.util.Map;

import org.clubpost.core.outbox.SharedRate;

/** Counts in one item for each second; DynamoDB deletes it some time after. */
final class DynamoSharedRate implements SharedRate {

    private static final String CLAIMED = "claimed";
    private static final long KEPT_SECONDS = 600;

    private final Table table;

    DynamoSharedRate(Table table) {
        this.table = table;
    }

    @Override
    public int claim(long epochSecond, int wanted, int most) {
        if (add(epochSecond, wanted, most) instanceof Table.Changed.No(var item)) {
            var left = Math.clamp(most - (item.has(CLAIMED) ? item.number(CLAIMED) : 0), 0, wanted);
            return left > 0 && add(epochSecond, left, most) instanceof Table.Changed.Yes ? left : 0;
        }
        return wanted;
    }

    private Table.Changed add(long epochSecond, int wanted, int most) {
        if (wanted > most) {
            return new Table.Changed.No(Item.inner());
        }
        return table.update(new Update(new Key("LIMIT#SEND", Long.toString(epochSecond)),
                "ADD " + CLAIMED + " :wanted SET " + TableLayout.EXPIRES_AT + " = :end",
                "attribute_not_exists(" + CLAIMED + ") OR " + CLAIMED + " <= :room",
                Map.of(":wanted", Item.number(wanted), ":room", Item.number(most - wanted), ":end",
                        Item.number(epochSecond + KEPT_SECONDS))));
    }
}
