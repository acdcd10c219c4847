package org.clubpost.aws.moto;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A topic of its own in SNS. Not for use by several threads. */
public final class MotoTopic implements AutoCloseable {

    private final SnsClient client;
    private final String arn;

    private MotoTopic(SnsClient client, String arn) {
        this.client = client;
        this.arn = arn;
    }

    /** A new topic without subscribers. */
    public static MotoTopic create() {
        var client = MotoServer.running().at(SnsClient.builder()).build();
        return new MotoTopic(client,
                client.createTopic(request -> request.name("clubpost-" + UUID.randomUUID())).topicArn());
    }

    /** A new topic of that name without subscribers. */
    public static MotoTopic named(String name) {
        var client = MotoServer.running().at(SnsClient.builder()).build();
        return new MotoTopic(client, client.createTopic(request -> request.name(name)).topicArn());
    }

    /** A client of SNS. */
    public SnsClient client() {
        return client;
    }

    /** The topic's ARN. */
    public String arn() {
        return arn;
    }

    /**
     * Subscribes that queue, which gets messages as they were published.
     *
     * @param filter a filter policy, in JSON
     */
    public void subscribe(MotoQueue queue, String filter) {
        var endpoint = queue.client().getQueueAttributes(
                request -> request.queueUrl(queue.url()).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        client.subscribe(request -> request.topicArn(arn).protocol("sqs").endpoint(endpoint)
                .attributes(Map.of("RawMessageDelivery", "true", "FilterPolicy", filter)));
    }

    /** Removes the topic. */
    public void remove() {
        client.deleteTopic(request -> request.topicArn(arn));
    }

    /** Lets go of the client. */
    @Override
    public void close() {
        client.close();
    }
}
