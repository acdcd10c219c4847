package org.clubpost.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.store.MailKey;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The messages that Lambda puts into a queue when the receive function has failed three times. Each holds the event of
 * S3 in its field {@code requestPayload} (AWS Lambda Developer Guide, "Capturing records of Lambda asynchronous
 * invocations"). Safe for use by many threads, like the client that it is given.
 */
public final class SqsUnreceivedEvents implements UnreceivedEvents {

    /** The most that ReceiveMessage gives at once. */
    private static final int MOST = 10;
    private static final Pattern KEY = Pattern.compile("/requestPayload/Records/\\d+/s3/object/key");

    private final JsonFactory json = new JsonFactory();
    private final SqsClient client;
    private final String queueUrl;

    /**
     * @param client reaches SQS; is not closed here
     * @param queueUrl the queue
     */
    public SqsUnreceivedEvents(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public List<Event> some() {
        try {
            return client.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(MOST)).messages()
                    .stream().map(this::event).toList();
        } catch (SdkException failed) {
            throw new UnavailableException("the queue of unreceived mails cannot be used", failed);
        }
    }

    private Event event(Message message) {
        var mails = new ArrayList<MailKey>();
        try (var parser = json.createParser(message.body())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING
                        && KEY.matcher(parser.getParsingContext().pathAsPointer().toString()).matches()) {
                    key(parser.getText()).ifPresent(mails::add);
                }
            }
        } catch (IOException notJson) {
            return new Event(message.receiptHandle(), List.of());
        }
        return new Event(message.receiptHandle(), mails);
    }

    /** The key, which S3 encodes as forms are encoded; empty when no mail of ours can lie under it. */
    private static Optional<MailKey> key(String encoded) {
        try {
            return Optional.of(new MailKey(URLDecoder.decode(encoded, UTF_8)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(Event event) {
        try {
            client.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(event.handle()));
        } catch (SdkException failed) {
            throw new UnavailableException("the queue of unreceived mails cannot be used", failed);
        }
    }
}
