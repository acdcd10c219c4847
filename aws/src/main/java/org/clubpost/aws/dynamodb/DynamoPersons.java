package org.clubpost.aws.dynamodb;

import java.util.Optional;
import org.clubpost.core.Pause;
import org.clubpost.core.person.Person;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Persons;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Those who have signed in, an item each, which DynamoDB deletes some time after everything in it has ended. */
final class DynamoPersons implements Persons {

    private static final String RECORD = "record";

    private final Table table;

    DynamoPersons(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return table.get(TableLayout.person(id)).map(item -> read(id, item));
    }

    static Person read(PersonId id, Item item) {
        return Person.of(id, item.text(RECORD));
    }

    @Override
    public boolean replace(Optional<Person> seen, Person changed) {
        var item = Item.at(TableLayout.person(changed.id())).text(RECORD, changed.written());
        changed.expiresAt().ifPresent(end -> item.number(TableLayout.EXPIRES_AT, end.getEpochSecond() + 1));
        return table.put(item, seen.map(read -> Condition.equal(RECORD, AttributeValue.fromS(read.written())))
                .orElse(Condition.ABSENT)) instanceof Table.Changed.Yes;
    }

    @Override
    public void forget(PersonId id) {
        table.delete(TableLayout.person(id), Condition.NONE);
    }
}
