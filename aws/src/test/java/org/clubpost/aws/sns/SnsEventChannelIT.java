package org.clubpost.aws.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.clubpost.aws.cloudevent.CloudEvents;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.aws.moto.MotoTopic;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.InMemoryEvents;
import org.clubpost.core.event.PublishEvents;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.SampleEvents;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SnsEventChannelIT {

    private static final CloudEvents FORMAT = new CloudEvents(URI.create("https://join.club.example"));

    @AutoClose
    private final MotoTopic topic = MotoTopic.create();
    @AutoClose
    private final MotoQueue everything = MotoQueue.create();
    @AutoClose
    private final MotoQueue posts = MotoQueue.create();
    private final SnsEventChannel channel = new SnsEventChannel(topic.client(), topic.arn(), FORMAT);

    private static List<String> json(List<Event> events) {
        return events.stream().map(FORMAT::json).toList();
    }

    @Test
    void everySubscriberGetsTheEventsThatItsFilterLetsThrough() {
        var all = SampleEvents.everyKind();
        topic.subscribe(everything, "{}");
        topic.subscribe(posts, "{\"type\": [{\"prefix\": \"org.clubpost.post.\"}], \"list\": [\"news\"]}");

        assertEquals(all.size(), new PublishEvents(new InMemoryEvents(Recorder.OFF).with(all), channel).publish());

        assertEquals(Set.copyOf(json(all)), Set.copyOf(everything.everything()));
        assertEquals(Set.copyOf(json(all.stream().filter(Event.OfPost.class::isInstance).toList())),
                Set.copyOf(posts.everything()));
    }

    @Test
    void whatIsPublishedTwiceHasTheSameId() {
        var event = SampleEvents.everyKind().subList(0, 1);
        topic.subscribe(everything, "{}");

        assertEquals(event, channel.publish(event));
        assertEquals(event, channel.publish(event));

        assertEquals(List.of(FORMAT.json(event.getFirst()), FORMAT.json(event.getFirst())), everything.everything());
    }

    @Test
    void topicThatIsGoneTakesNothing() {
        topic.remove();

        assertThrows(UnavailableException.class, () -> channel.publish(SampleEvents.everyKind().subList(0, 2)));
    }
}
