package org.clubpost.function.cognito;

import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue in SQS. Safe for use by many threads, like the client that it is given. */
final class SqsUnfinishedQueue implements UnfinishedQueue {

    private static final int DELAY_SECONDS = 60;

    private final SqsClient client;
    private final String url;

    /**
     * @param client reaches SQS; is not closed here
     * @param url the queue
     */
    SqsUnfinishedQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public void add(Unfinished unfinished) {
        try {
            client.sendMessage(request -> request.queueUrl(url).messageBody(unfinished.text())
                    .delaySeconds(DELAY_SECONDS));
        } catch (SdkException failed) {
            throw new UnavailableException("the queue cannot be used", failed);
        }
    }
}
