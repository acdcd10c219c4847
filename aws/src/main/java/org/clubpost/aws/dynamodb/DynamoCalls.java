package org.clubpost.aws.dynamodb;

import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.call.Call;
import org.clubpost.core.call.Calls;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The calls of programs that may be repeated, an item each beside the person, which DynamoDB deletes some time later. */
final class DynamoCalls implements Calls {

    private static final String RECORD = "record";

    private final Table table;

    DynamoCalls(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<Call> find(PersonId person, TokenDigest name) {
        return table.get(TableLayout.call(person, name)).map(item -> Call.of(person, name, item.text(RECORD)));
    }

    @Override
    public boolean replace(Optional<Call> seen, Call changed) {
        var item = Item.at(TableLayout.call(changed.person(), changed.name())).text(RECORD, changed.written())
                .number(TableLayout.EXPIRES_AT, changed.keptUntil().getEpochSecond() + 1);
        return table.put(item, seen.map(read -> Condition.equal(RECORD, AttributeValue.fromS(read.written())))
                .orElse(Condition.ABSENT)) instanceof Table.Changed.Yes;
    }
}
