package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.person.Persons;
import org.clubpost.core.person.PersonsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoPersonsIT implements PersonsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Persons testee() {
        return table.ports().persons();
    }
}
