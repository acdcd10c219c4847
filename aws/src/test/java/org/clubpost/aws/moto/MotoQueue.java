package org.clubpost.aws.moto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue of its own in SQS, and whoever takes its messages. Not for use by several threads. */
public final class MotoQueue implements AutoCloseable {

    private final SqsClient client;
    private final String url;
    private final List<String> taken = new ArrayList<>();

    private MotoQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** A new queue without messages. */
    public static MotoQueue create() {
        var client = MotoServer.running().at(SqsClient.builder()).build();
        var name = "clubpost-" + UUID.randomUUID();
        return new MotoQueue(client, client.createQueue(request -> request.queueName(name)).queueUrl());
    }

    /** A client of SQS. */
    public SqsClient client() {
        return client;
    }

    /** The queue's URL. */
    public String url() {
        return url;
    }

    /** The bodies of all messages that there ever were, in the order in which they were taken. Waits for the delayed. */
    public List<String> everything() {
        while (waiting() > 0) {
            for (var message : client.receiveMessage(
                    request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1)).messages()) {
                take(message);
            }
        }
        return List.copyOf(taken);
    }

    /** The group of each message that waits, by its body; leaves the messages where they are. */
    public Map<String, String> groups() {
        return client
                .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(0)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .messages().stream().collect(Collectors.toMap(Message::body,
                        message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)));
    }

    private void take(Message message) {
        taken.add(message.body());
        client.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    private int waiting() {
        var wanted = List.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
        return client.getQueueAttributes(request -> request.queueUrl(url).attributeNames(wanted)).attributes().values()
                .stream().mapToInt(Integer::parseInt).sum();
    }

    /** Lets go of the client. */
    @Override
    public void close() {
        client.close();
    }
}
