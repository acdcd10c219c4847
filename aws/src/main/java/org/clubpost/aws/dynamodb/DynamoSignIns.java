package org.clubpost.aws.dynamodb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.person.SignIn;
import org.clubpost.core.person.SignIns;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The wishes to be signed in, all in one partition, which is empty but for moments. DynamoDB deletes one some time after
 * it has ended.
 */
final class DynamoSignIns implements SignIns {

    private static final String RECORD = "record";
    private static final String TOLD = "told";

    private final Table table;

    DynamoSignIns(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<SignIn> find(String id) {
        return table.get(TableLayout.signIn(id)).map(item -> SignIn.of(id, item.text(RECORD)));
    }

    @Override
    public boolean replace(Optional<SignIn> seen, SignIn changed) {
        var item = Item.at(TableLayout.signIn(changed.id())).text(RECORD, changed.written())
                .flag(TOLD, changed.told())
                .number(TableLayout.EXPIRES_AT, changed.until().getEpochSecond() + 1);
        return table.put(item, seen.map(read -> Condition.equal(RECORD, AttributeValue.fromS(read.written())))
                .orElse(Condition.ABSENT)) instanceof Table.Changed.Yes;
    }

    @Override
    public void remove(String id) {
        table.delete(TableLayout.signIn(id), Condition.NONE);
    }

    @Override
    public List<SignIn> untold(int limit) {
        var query = Table.partition(TableLayout.SIGN_INS).filterExpression("told = :no").expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(TableLayout.SIGN_INS), ":no", AttributeValue.fromBool(false)))
                .build();
        return table.query(query).map(item -> SignIn.of(item.text(TableLayout.SK), item.text(RECORD)))
                .sorted(Comparator.comparing(SignIn::asked)).limit(limit).toList();
    }
}
