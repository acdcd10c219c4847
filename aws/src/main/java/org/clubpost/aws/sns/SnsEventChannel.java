package org.clubpost.aws.sns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clubpost.aws.cloudevent.CloudEvents;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.EventChannel;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * Publishes events to an SNS topic, ten at a time (Amazon SNS API Reference, PublishBatch: at most 10 messages and 256
 * KB together; an event has less than 1 KB). Each message has the attributes {@value #TYPE} and {@value #LIST}, for
 * filter policies (Amazon SNS Developer Guide, "Message filtering").
 */
public final class SnsEventChannel implements EventChannel {

    /** The attribute with the type of the event, as in its JSON. */
    public static final String TYPE = "type";
    /** The attribute with the name of the list. */
    public static final String LIST = "list";

    private final SnsClient client;
    private final String topic;
    private final CloudEvents format;

    /**
     * @param client reaches SNS; is not closed here
     * @param topic the ARN of the topic
     * @param format how events are written
     */
    public SnsEventChannel(SnsClient client, String topic, CloudEvents format) {
        this.client = client;
        this.topic = topic;
        this.format = format;
    }

    @Override
    public List<Event> publish(List<Event> events) {
        var entries = IntStream.range(0, events.size()).mapToObj(place -> entry(place, events.get(place))).toList();
        try {
            var answer = client.publishBatch(request -> request.topicArn(topic).publishBatchRequestEntries(entries));
            var taken = new ArrayList<Event>();
            answer.successful().forEach(done -> taken.add(events.get(Integer.parseInt(done.id()))));
            return List.copyOf(taken);
        } catch (SdkException failed) {
            throw new UnavailableException("the topic of events cannot be used", failed);
        }
    }

    private PublishBatchRequestEntry entry(int place, Event event) {
        return PublishBatchRequestEntry.builder().id(Integer.toString(place)).message(format.json(event))
                .messageAttributes(Map.of(TYPE, text(CloudEvents.type(event)), LIST, text(event.list().value())))
                .build();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
