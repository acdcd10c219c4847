package org.clubpost.local.sqlite;

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

class SqliteDeskTest implements DeskContract {

    @Override
    public Desk testee() {
        return SampleDatabase.shared().desk();
    }

    @Override
    public ListMakers makers() {
        return SampleDatabase.shared().listMakers();
    }

    @Override
    public DeletedLists deleted() {
        return SampleDatabase.shared().deletedLists();
    }

    @Override
    public Lists lists() {
        return SampleDatabase.shared().lists();
    }

    @Override
    public Posts posts() {
        return SampleDatabase.shared().posts();
    }

    @Override
    public Ranges ranges() {
        return SampleDatabase.shared().ranges();
    }

    @Override
    public Persons persons() {
        return SampleDatabase.shared().persons();
    }

    @Override
    public Subscribers subscribers() {
        return SampleDatabase.shared().subscribers();
    }

    @Override
    public MemberTexts memberTexts() {
        return SampleDatabase.shared().memberTexts();
    }

    @Override
    public Bounces bounces() {
        return SampleDatabase.shared().bounces();
    }

    @Override
    public Returns returns() {
        return SampleDatabase.shared().returns();
    }
}
