package org.clubpost.aws.dynamodb;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.ListMakersContract;
import org.clubpost.core.admin.Makers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DynamoListMakersIT implements ListMakersContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public ListMakers testee() {
        return table.ports().listMakers();
    }

    /** The item stands beside the names of the lists. */
    @Test
    void theyAreNoList() {
        var list = aList(freshListId());
        assertTrue(table.ports().lists().create(list));
        assertTrue(testee().replace(Makers.NOBODY, new Makers(List.of(OLGA), List.of(new Makers.Step(FixedClock.START,
                OLGA, true, new Actor.Operator())))));

        assertEquals(List.of(list.id()), table.ports().lists().ids());
        assertEquals(List.of(list), table.ports().lists().all());
    }
}
