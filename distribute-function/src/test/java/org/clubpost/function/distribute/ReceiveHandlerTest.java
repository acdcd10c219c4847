package org.clubpost.function.distribute;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.RequestParametersEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.ResponseElementsEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.UserIdentityEntity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.log.LogLine;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Receive;
import org.clubpost.mail.receive.Reception;
import org.junit.jupiter.api.Test;

/** What an S3 event leads to. */
final class ReceiveHandlerTest {

    private static final ListId NEWS = new ListId("news");
    private static final MailContent MAIL = MailContent
            .of("From: ann@club.example\r\nSubject: x\r\n\r\nx\r\n".getBytes(US_ASCII));

    private final FixedClock clock = new FixedClock();
    private final InMemoryLists lists = new InMemoryLists(SampleLists.aList());
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);

    private MailKey lost = new MailKey("nothing/is/lost");

    /** The store, one of whose mails cannot be read now. */
    private final class Losing implements MailStore {

        @Override
        public void put(MailKey key, MailContent content) {
            mails.put(key, content);
        }

        @Override
        public Optional<StoredMail> find(MailKey key) {
            if (key.equals(lost)) {
                throw new UnavailableException("not now");
            }
            return mails.find(key);
        }

        @Override
        public void remove(MailKey key) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Stream<MailKey> keys(String prefix) {
            return mails.keys(prefix);
        }
    }

    private Receive receive(InMemoryLists known) {
        Preparation unprepared = (_, _, _) -> new Preparation.Prepared(MAIL, MAIL.sizeBytes());
        var keys = new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256")));
        var links = new PublicLinks(URI.create("https://x.example"), new MembershipTokens(keys));
        var members = new InMemorySubscribers(known);
        var notices = new CollectingNotices();
        var people = new Tell.Way(notices, new InMemoryRateLimits(), new CancelLinks(IDS, links),
                SampleOwners.of(notices, clock));
        var reception = new Reception(
                new Reception.Stores(known, members, posts, new Losing(), new InMemorySeenMails(),
                        new InMemoryRecentMails(), new InMemorySignUpRequests(), Wordings.NONE, new InMemoryFunnel()),
                new Reception.Ways(new Plan(known, posts, ranges, new CollectingQueue()),
                        new Tell(posts, ranges, members, people, clock), people),
                new Secrets(IDS, links, new Random(1)), unprepared, clock);
        return reception.receive();
    }

    private ReceiveHandler handler(InMemoryLists known) {
        return new ReceiveHandler(receive(known), clock);
    }

    private static S3Event event(String... keys) {
        return new S3Event(Stream.of(keys).map(key -> {
            var owner = new UserIdentityEntity("x");
            return new S3EventNotificationRecord("eu-central-1", "ObjectCreated:Put", "aws:s3",
                    FixedClock.START.toString(), "2.1", new RequestParametersEntity("127.0.0.1"),
                    new ResponseElementsEntity("", ""),
                    new S3Entity("inbound", new S3BucketEntity("mails", owner, "arn:aws:s3:::mails"),
                            new S3ObjectEntity(key, 1L, "", "", "0"), "1.0"),
                    owner);
        }).toList());
    }

    private List<MailKey> taken() {
        return posts.of(NEWS).map(Post::mail).sorted((one, other) -> one.value().compareTo(other.value())).toList();
    }

    @Test
    void everyRecordIsTakenInUnderItsDecodedKey() {
        mails.put(new MailKey("inbound/news/one"), MAIL);
        mails.put(new MailKey("inbound/news/two"), MAIL);

        handler(lists).handleRequest(event("inbound%2Fnews%2Fone", "inbound/news/two"), new FixedContext(1000));

        assertEquals(List.of(new MailKey("inbound/news/one"), new MailKey("inbound/news/two")), taken());
    }

    @Test
    void noticeOfSesAndForeignObjectsArePassedOver() {
        mails.put(new MailKey("inbound/news/AMAZON_SES_SETUP_NOTIFICATION"), MAIL);
        mails.put(new MailKey("inbound/news/one"), MAIL);

        handler(lists).handleRequest(
                event("inbound/news/AMAZON_SES_SETUP_NOTIFICATION", "an+object%3F", "inbound/news/one"),
                new FixedContext(1000));

        assertEquals(List.of(new MailKey("inbound/news/one")), taken());
    }

    @Test
    void mailThatNobodyCheckedIsCounted() {
        var outcomes = Map.of("unchecked", MAIL, "checked", MailContent.of("""
                Return-Path: <ann@club.example>
                Received: from x (x [192.0.2.1])
                 by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x; Fri, 6 Mar 2026 08:30:00 +0000
                X-SES-RECEIPT: x
                From: ann@club.example

                x
                """.replace("\n", "\r\n").getBytes(US_ASCII)));
        outcomes.forEach((name, mail) -> mails.put(new MailKey("inbound/news/" + name), mail));

        assertEquals(Map.of("unchecked", true, "checked", false), outcomes.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), name -> ReceiveHandler.told(LogLine.of("receive", "1"),
                        receive(lists).receive(new MailKey("inbound/news/" + name))).json()
                        .contains("\"unchecked\":1"))));
        handler(lists).handleRequest(event("inbound/news/unchecked"), new FixedContext(1000));
    }

    @Test
    void failedRecordFailsTheEventAfterTheOthersWereTakenIn() {
        mails.put(new MailKey("inbound/news/two"), MAIL);
        lost = new MailKey("inbound/news/one");

        assertThrows(UnavailableException.class, () -> handler(lists)
                .handleRequest(event("inbound/news/one", "inbound/news/two"), new FixedContext(1000)));

        assertEquals(List.of(new MailKey("inbound/news/two")), taken());
    }
}
