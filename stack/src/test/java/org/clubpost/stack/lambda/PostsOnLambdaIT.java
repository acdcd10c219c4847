package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.aws.log.Metric;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.aws.ses.SesTrouble;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions that a post meets, each from its artifact. */
class PostsOnLambdaIT {

    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private MailingList news;

    @BeforeEach
    void open() {
        cloud = new Cloud();
        news = cloud.create(SampleLists.aList());
        cloud.join(news, "anna@club.example");
        cloud.join(news, "ben@club.example");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private RunningFunction start(String name) {
        return RunningFunction.start(name, folder, cloud);
    }

    /** moto refuses nobody. */
    private SesStub sesStub() {
        var ses = new SesStub(Set.of(SampleLists.DOMAIN));
        cloud.sesAt(ses.endpoint());
        return ses;
    }

    @Test
    void mailIsTakenInOnceAndGoesToEveryMemberOnce() {
        cloud.store("inbound/news/a-mail", InboundMail.from("owner@club.example"));
        try (var receive = start("ReceiveFunction"); var deliver = start("DeliverFunction")) {
            var taken = receive.answer(Events.stored("inbound/news/a-mail",
                    "inbound/news/AMAZON_SES_SETUP_NOTIFICATION", "inbound/news/gone", "somewhere/else?"));
            var ranges = cloud.queued();
            receive.answer(Events.stored("inbound/news/a-mail"));

            assertEquals("null", taken.json(), () -> String.join("\n", receive.log()));
            assertTrue(!ranges.isEmpty(), () -> String.join("\n", receive.log()));
            assertEquals(ranges, cloud.queued());

            var withOneBad = Stream.concat(Stream.of("no range"), ranges.stream()).toList();
            var delivered = deliver.answer(Events.queued(withOneBad));
            deliver.answer(Events.queued(ranges));

            assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}]}", delivered.json(),
                    () -> String.join("\n", deliver.log()));
            assertEquals(1, cloud.mailsTo("anna@club.example").size(), () -> String.join("\n", deliver.log()));
            assertEquals(1, cloud.mailsTo("ben@club.example").size());
            assertTrue(cloud.mailsTo("anna@club.example").getFirst().contains("List-Unsubscribe: <https://join."));
            assertInstanceOf(PostState.Done.class, cloud.onlyPost(news).state());
            assertEquals(List.of(1L, 0L, 2L, 0L), List.of(receive.counted(Metric.POSTS), receive.counted(Metric.HELD),
                    deliver.counted(Metric.SENT), deliver.counted(Metric.FAILED)));
            assertTrue(Stream.concat(receive.log().stream(), deliver.log().stream())
                    .noneMatch(line -> line.contains("club.example") || line.contains("Summer")));
        }
    }

    @Test
    void mailThatCannotBeReadNowFailsItsEvent() {
        try (var receive = start("ReceiveFunction")) {
            receive.answer(Events.stored("inbound/news/none"));
            cloud.close();

            var failed = receive.answer(Events.stored("inbound/news/one"));

            assertInstanceOf(Answer.Failed.class, failed, failed.json());
            assertTrue(receive.log().stream().noneMatch(line -> line.contains("Caused by")));
            assertTrue(failed.tree().path("errorType").asText().endsWith("UnavailableException"), failed.json());
        }
    }

    @Test
    void rangeThatSesRefusesForNowIsParkedAndGoesOnLater() {
        cloud.store("inbound/news/a-mail", InboundMail.from("owner@club.example"));
        try (var ses = sesStub();
                var receive = start("ReceiveFunction");
                var deliver = start("DeliverFunction");
                var supervise = start("SuperviseFunction")) {
            ses.next(SesTrouble.paused(), SesTrouble.paused());
            receive.answer(Events.stored("inbound/news/a-mail"));

            var parked = deliver.answer(Events.queued(cloud.queued()));
            var tended = supervise.answer(Events.scheduled());

            assertEquals("{\"batchItemFailures\":[]}", parked.json());
            assertInstanceOf(PostState.Parked.class, cloud.onlyPost(news).state());
            assertEquals("null", tended.json(), () -> String.join("\n", supervise.log()));
        }
    }

    /** The events of both mails came three times while SES took nothing, or before there was a post. */
    @Test
    void mailsThatWereNotTakenInAreTakenUpOnce() {
        var stuck = "inbound/news/stuck";
        cloud.store(stuck, InboundMail.from("owner@club.example"));
        cloud.store("inbound/news/never", InboundMail.from("owner@club.example").replace("<1@", "<2@"));
        var key = new MailKey(stuck);
        var longAgo = Instant.now().minus(Duration.ofHours(1));
        cloud.table().posts().create(Post.unread(PostId.of(longAgo, key), news.id(), key));
        cloud.giveUp(Events.stored(stuck));
        cloud.giveUp(Events.stored("inbound/news/never"));
        cloud.giveUp("\"no event\"");
        try (var supervise = start("SuperviseFunction")) {
            supervise.answer(Events.scheduled());
            supervise.answer(Events.scheduled());

            assertEquals(List.of(PostState.Sending.class, PostState.Sending.class),
                    cloud.table().posts().of(news.id()).map(Post::state)
                            .filter(state -> !(state instanceof PostState.Discarded)).map(Object::getClass).toList(),
                    () -> String.join("\n", supervise.log()));
            assertEquals(1, cloud.unreceived());
            assertEquals(List.of(), cloud.mailsTo("owner@club.example"));
        }
    }

    @Test
    void deadLetterParksItsPostAndItsOwnerIsTold() {
        cloud.store("inbound/news/a-mail", InboundMail.from("owner@club.example"));
        try (var receive = start("ReceiveFunction"); var supervise = start("SuperviseFunction")) {
            receive.answer(Events.stored("inbound/news/a-mail"));
            cloud.giveUp(Stream.concat(Stream.of("no range"), cloud.queued().stream()).toList());

            var tended = supervise.answer(Events.scheduled());
            supervise.answer(Events.scheduled());

            assertEquals("null", tended.json(), () -> String.join("\n", supervise.log()));
            assertInstanceOf(PostState.Parked.class, cloud.onlyPost(news).state());
            assertEquals(List.of(), cloud.givenUp());
            assertEquals(1, cloud.mailsTo("owner@club.example").size());
        }
    }

    @Test
    void mailThatWaitsIsSentOnByItsLinkOnce() {
        cloud.store("inbound/news/a-mail", InboundMail.from("stranger@elsewhere.example"));
        try (var receive = start("ReceiveFunction");
                var moderate = start("ModerateFunction");
                var sweep = start("SweepFunction")) {
            receive.answer(Events.stored("inbound/news/a-mail"));
            var swept = sweep.answer(Events.scheduled());
            var token = cloud.token("owner@club.example", "/moderate");

            var shown = moderate.answer(Events.get("/moderate?token=" + token));
            var heldAfterGet = cloud.onlyPost(news).state();
            var sent = moderate.answer(Events.form("/moderate", "token=" + token));
            var ranges = cloud.queued();
            var again = moderate.answer(Events.form("/moderate", "token=" + token));

            assertEquals("null", swept.json(), () -> String.join("\n", sweep.log()));
            assertEquals(200, shown.tree().path("statusCode").asInt(), () -> String.join("\n", moderate.log()));
            assertInstanceOf(PostState.Held.class, heldAfterGet);
            assertEquals(1, receive.counted(Metric.HELD));
            assertEquals(1, moderate.counted(Metric.POSTS));
            assertEquals(200, sent.tree().path("statusCode").asInt(), sent.json());
            assertTrue(!ranges.isEmpty());
            assertEquals(ranges, cloud.queued());
            assertTrue(again.tree().path("statusCode").asInt() < 500, again.json());
        }
    }
}
