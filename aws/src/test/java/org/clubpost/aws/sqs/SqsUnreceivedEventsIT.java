package org.clubpost.aws.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Lambda writes about events that it gave up, read from a queue. */
class SqsUnreceivedEventsIT {

    @AutoClose
    private final MotoQueue queue = MotoQueue.create();
    private final UnreceivedEvents events = new SqsUnreceivedEvents(queue.client(), queue.url());

    private void add(String body) {
        queue.client().sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
    }

    private static String about(String... keys) {
        var records = String.join(", ", List.of(keys).stream()
                .map("{\"s3\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"%s\", \"size\": 1}}}"::formatted)
                .toList());
        return "{\"version\": \"1.0\", \"requestContext\": {\"condition\": \"RetriesExhausted\"},"
                + " \"requestPayload\": {\"Records\": [" + records + "]}, \"responsePayload\": null}";
    }

    @Test
    void eventsNameTheirMailsAndStayUntilTheyAreRemoved() {
        add(about("inbound/news/a", "inbound/news/b%2Fc", "strange%3F"));

        var some = events.some();

        assertEquals(List.of(List.of(new MailKey("inbound/news/a"), new MailKey("inbound/news/b/c"))),
                some.stream().map(UnreceivedEvents.Event::mails).toList());
        some.forEach(events::remove);
        some.forEach(events::remove);
        assertEquals(List.of(), queue.everything());
    }

    @Test
    void whatCannotBeReadIsAboutNoMail() {
        add("{\"requestPayload\": ");
        add("[1, 2]");
        add("{\"requestPayload\": {\"Records\": [{\"s3\": {\"object\": {\"key\": 7}}}]}, \"key\": \"inbound/news/x\"}");

        assertEquals(List.of(List.of(), List.of(), List.of()),
                events.some().stream().map(UnreceivedEvents.Event::mails).toList());
    }

    @Test
    void emptyQueueHasNone() {
        assertEquals(List.of(), events.some());
    }
}
