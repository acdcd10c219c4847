package org.clubpost.aws.dynamodb;

import org.clubpost.core.Pause;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.Makers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who may make lists: one item, beside the names of the lists. */
final class DynamoListMakers implements ListMakers {

    private static final String RECORD = "record";

    private final Table table;

    DynamoListMakers(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Makers read() {
        return table.get(TableLayout.makers()).map(DynamoListMakers::read).orElse(Makers.NOBODY);
    }

    static Makers read(Item item) {
        return Makers.parse(item.text(RECORD));
    }

    @Override
    public boolean replace(Makers seen, Makers changed) {
        if (changed.equals(Makers.NOBODY)) {
            return table.delete(TableLayout.makers(), asSeen(seen));
        }
        return table.put(Item.at(TableLayout.makers()).text(RECORD, changed.written()),
                asSeen(seen)) instanceof Table.Changed.Yes;
    }

    private static Condition asSeen(Makers seen) {
        return seen.equals(Makers.NOBODY)
                ? Condition.ABSENT
                : Condition.equal(RECORD, AttributeValue.fromS(seen.written()));
    }
}
