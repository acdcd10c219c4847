package org.clubpost.aws.dynamodb;

import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscription.AddressChange;
import org.clubpost.core.subscription.AddressChanges;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The wishes for another address, one item a person, which DynamoDB deletes some time after it has expired. */
final class DynamoAddressChanges implements AddressChanges {

    private static final String WISH = "wish";

    private final Table table;

    DynamoAddressChanges(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<AddressChange> find(SubscriberId person) {
        return table.get(TableLayout.addressChange(person)).map(item -> AddressChange.of(person, item.text(WISH)));
    }

    @Override
    public void forget(SubscriberId person) {
        table.delete(TableLayout.addressChange(person), Condition.NONE);
    }

    @Override
    public boolean replace(Optional<AddressChange> seen, AddressChange changed) {
        var item = Item.at(TableLayout.addressChange(changed.person())).text(WISH, changed.written())
                .number(TableLayout.EXPIRES_AT, changed.expiresAt().getEpochSecond() + 1);
        return table.put(item, seen.map(read -> Condition.equal(WISH, AttributeValue.fromS(read.written())))
                .orElse(Condition.ABSENT)) instanceof Table.Changed.Yes;
    }
}
