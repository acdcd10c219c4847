package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.desk.DeskContract;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.health.Returns;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.Persons;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;

class DynamoDeskIT implements DeskContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Desk testee() {
        return table.ports().desk();
    }

    @Override
    public ListMakers makers() {
        return table.ports().listMakers();
    }

    @Override
    public DeletedLists deleted() {
        return table.ports().deletedLists();
    }

    @Override
    public Lists lists() {
        return table.ports().lists();
    }

    @Override
    public Posts posts() {
        return table.ports().posts();
    }

    @Override
    public Ranges ranges() {
        return table.ports().ranges();
    }

    @Override
    public Persons persons() {
        return table.ports().persons();
    }

    @Override
    public Subscribers subscribers() {
        return table.ports().subscribers();
    }

    @Override
    public MemberTexts memberTexts() {
        return table.ports().memberTexts();
    }

    @Override
    public Bounces bounces() {
        return table.ports().bounces();
    }

    @Override
    public Returns returns() {
        return table.ports().returns();
    }
}
