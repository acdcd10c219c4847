package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.EventsContract;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DynamoEventsIT implements EventsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final FixedClock clock = new FixedClock();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.ADDRESSES, clock));

    @Override
    public Events testee() {
        return ports.events();
    }

    @Override
    public Subscribers subscribers() {
        return ports.subscribers();
    }

    @Override
    public Posts posts() {
        return ports.posts();
    }

    @Test
    void eventThatDynamoDbHasNotDeletedYetIsNotFound() {
        subscribers().create(SampleSubscribers.aMember(SampleLists.freshListId(), "anna@club.example"));

        clock.advance(Duration.ofDays(Events.DAYS));

        assertEquals(0, testee().oldest(10).size());
    }
}
