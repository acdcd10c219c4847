package org.clubpost.core.desk;

import java.time.InstantSource;
import java.util.HashMap;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.InMemoryDeletedLists;
import org.clubpost.core.admin.InMemoryListMakers;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.health.InMemoryReturns;
import org.clubpost.core.health.Returns;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.InMemoryPersons;
import org.clubpost.core.person.Persons;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Subscribers;

class InMemoryDeskTest implements DeskContract {

    private final InMemoryLists lists = new InMemoryLists();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final Ranges ranges = new InMemoryRanges(posts);
    private final Persons persons = new InMemoryPersons();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final ListMakers makers = new InMemoryListMakers();
    private final DeletedLists deleted = new InMemoryDeletedLists(new InMemoryDeletedLists.Beside(lists, subscribers,
            posts, new InMemoryActLog()), InstantSource.system());
    private final MemberTexts texts = new InMemoryMemberTexts();
    private final Bounces bounces = new InMemoryBounces();
    private final Returns returns = new InMemoryReturns();
    private final Desk desk = new InMemoryDesk(lists, posts, ranges, persons,
            new InMemoryDesk.People(subscribers, texts, bounces), returns, new HashMap<>(), makers, deleted);

    @Override
    public Desk testee() {
        return desk;
    }

    @Override
    public ListMakers makers() {
        return makers;
    }

    @Override
    public DeletedLists deleted() {
        return deleted;
    }

    @Override
    public Lists lists() {
        return lists;
    }

    @Override
    public Posts posts() {
        return posts;
    }

    @Override
    public Ranges ranges() {
        return ranges;
    }

    @Override
    public Persons persons() {
        return persons;
    }

    @Override
    public Subscribers subscribers() {
        return subscribers;
    }

    @Override
    public MemberTexts memberTexts() {
        return texts;
    }

    @Override
    public Bounces bounces() {
        return bounces;
    }

    @Override
    public Returns returns() {
        return returns;
    }
}
