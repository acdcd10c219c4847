package org.clubpost.aws.dynamodb;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.members;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Slice;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What DynamoDB's refusals and the failures of the line become. */
class TableIT {

    private static final int ATTEMPTS = 4;

    @AutoClose
    private final MotoTable moto = MotoTable.create();
    private final UnreliableClient client = new UnreliableClient(moto.client());
    private final Table table = new Table(client, moto.name(), attempt -> attempt <= ATTEMPTS);
    private final LogRecorder log = new LogRecorder(Way.UNKNOWN, InstantSource.system());
    private final DynamoSubscribers subscribers = new DynamoSubscribers(table, Recorder.OFF, log);
    private final DynamoPosts posts = new DynamoPosts(table, Recorder.OFF, log);
    private final DynamoRanges ranges = new DynamoRanges(table, log);
    private final DynamoLists lists = new DynamoLists(table, log);

    private ListId newList() {
        var list = aList(freshListId());
        assertTrue(moto.ports().lists().create(list));
        return list.id();
    }

    private static RuntimeException cancelled(String... codes) {
        return TransactionCanceledException.builder().message("cancelled").statusCode(400).cancellationReasons(
                Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList()).build();
    }

    private static RuntimeException refused(String code) {
        return DynamoDbException.builder().message(code).statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build()).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void transactionThatMetAnotherOrAThrottleIsRepeated(String code) {
        var list = newList();
        client.failing(cancelled("None", code), cancelled(code, "None"));

        assertTrue(subscribers.create(aMember(list, "anna@example.org")));

        assertEquals(3, client.calls());
        assertEquals(1, lists.confirmedMembers(list));
    }

    @Test
    void transactionThatMeetsOthersAgainAndAgainIsUnavailable() {
        var list = newList();
        client.failing(Collections.nCopies(ATTEMPTS, cancelled("None", "TransactionConflict"))
                .toArray(RuntimeException[]::new));

        assertThrows(UnavailableException.class, () -> subscribers.create(aMember(list, "anna@example.org")));

        assertEquals(ATTEMPTS, client.calls());
        assertEquals(0, lists.confirmedMembers(list));
    }

    @Test
    void numberThatOthersAreQuickerToTakeEachTimeIsUnavailable() {
        var list = newList();
        var post = SamplePosts.aPost(list).id();
        client.failingEachTransaction(cancelled("None", "ConditionalCheckFailed"));

        assertThrows(UnavailableException.class, () -> new DynamoPostNumbers(table).of(list, post));

        assertEquals(3 * ATTEMPTS, client.calls());
        assertEquals(1, moto.ports().postNumbers().of(list, post));
    }

    @Test
    void transactionRefusedForItsContentIsABug() {
        client.failing(cancelled("ValidationError", "None"));

        assertThrows(IllegalStateException.class, () -> subscribers.create(aMember(newList(), "anna@example.org")));
        assertEquals(1, client.calls());
    }

    @Test
    void conditionThatFailsBesideAConflictIsAResult() {
        client.failing(cancelled("ConditionalCheckFailed", "TransactionConflict"));

        assertFalse(subscribers.create(aMember(newList(), "anna@example.org")));
    }

    @Test
    void singleWriteThatMeetsATransactionIsRepeated() {
        var pending = SampleSubscribers.aPending(newList(), "anna@example.org");
        client.failing(TransactionConflictException.builder().message("conflict").statusCode(400).build());

        assertTrue(subscribers.create(pending));

        assertEquals(2, client.calls());
    }

    @Test
    void singleWriteThatMeetsTransactionsAgainAndAgainIsUnavailable() {
        var pending = SampleSubscribers.aPending(newList(), "anna@example.org");
        client.failing(Collections
                .nCopies(ATTEMPTS, TransactionConflictException.builder().message("conflict").statusCode(400).build())
                .toArray(RuntimeException[]::new));

        assertThrows(UnavailableException.class, () -> subscribers.create(pending));
    }

    static Stream<RuntimeException> troubleOfTheWorld() {
        return Stream.of(SdkClientException.create("no route"), refused("ResourceNotFoundException"),
                refused("AccessDeniedException"), refused("ThrottlingException"),
                ProvisionedThroughputExceededException.builder().message("slow down").statusCode(400).build(),
                DynamoDbException.builder().message("no details").statusCode(500).build());
    }

    @ParameterizedTest
    @MethodSource("troubleOfTheWorld")
    void troubleOfTheWorldIsUnavailable(RuntimeException trouble) {
        var list = newList();
        client.failing(trouble, trouble, trouble);

        assertThrows(UnavailableException.class, () -> lists.find(list));
        assertThrows(UnavailableException.class, () -> subscribers.create(aMember(list, "anna@example.org")));
        assertThrows(UnavailableException.class, () -> subscribers.all(list).toList());
    }

    @Test
    void requestThatMakesNoSenseIsABug() {
        client.failing(refused("ValidationException"));

        assertThrows(IllegalStateException.class, () -> lists.find(freshListId()));
    }

    @Test
    void manyAreAddedThoughTransactionsMeetInBetween() {
        var list = newList();
        var members = members(list, 150);
        assertTrue(subscribers.create(members.get(5)));
        client.failing(cancelled("None", "TransactionConflict"));

        assertEquals(Set.of(members.get(5).id()), subscribers.createAll(list, members));

        assertEquals(members, subscribers.all(list).toList());
        assertEquals(150, lists.confirmedMembers(list));
    }

    @Test
    void progressWhoseAnswerWasLostIsCountedOnce() {
        var post = SamplePosts.aPost(newList());
        var sending = post.with(SamplePosts.aSending(post.id(), 1));
        assertTrue(posts.create(post));
        assertTrue(ranges.plan(post, sending, SamplePosts.freshRanges(post, 0)));
        var ref = new RangeRef(post.list(), post.id(), 0);
        var now = Instant.parse("2026-03-06T08:30:00Z");
        var lease = assertInstanceOf(LeaseOutcome.Granted.class,
                ranges.lease(ref, "w1", now, Duration.ofMinutes(1))).lease();
        var progress = new DeliveryRange.Progress.Open(SampleSubscribers.aKey("20"), Set.of());

        client.losingTheNextAnswer();
        assertTrue(ranges.advance(lease, Checkpoint.of(progress, new Tally(25, 0), List.of())));
        client.losingTheNextAnswer();
        assertTrue(ranges.advance(lease, Checkpoint.of(new DeliveryRange.Progress.Finished(), new Tally(5, 0),
                List.of())));

        assertEquals(List.of(new Tally(30, 0)), ranges.of(post.id()).stream().map(range -> range.tally()).toList());
    }

    @Test
    void requestWhoseAnswerWasLostIsTakenOnce() {
        var pending = SampleSubscribers.aPending(newList(), "anna@example.org");

        client.losingTheNextAnswer();
        assertTrue(subscribers.create(pending));
        assertFalse(subscribers.create(pending));

        var seen = subscribers.find(pending.list(), pending.id()).orElseThrow();
        client.losingTheNextAnswer();
        assertTrue(subscribers.replace(seen, pending));
        assertFalse(subscribers.replace(seen, pending));
    }

    @Test
    void oneBatchOfMembersIsOneReadWhenNobodyHasToBeFilteredOut() {
        var list = newList();
        var members = members(list, 60);
        subscribers.createAll(list, members);
        var before = client.calls();

        assertEquals(members.subList(0, 50),
                subscribers.places(list, Audience.everyone(), Slice.cut(0).getFirst(), 50));

        assertEquals(1, client.calls() - before);
    }

    @Test
    void unsettledPostsAreFoundWithoutReadingTheHistory() {
        var list = newList();
        for (var i = 0; i < 20; i++) {
            posts.create(SamplePosts.aPost(list)
                    .with(new PostState.Rejected(Reason.quoted("only owners may post")))
                    .with(new Post.Headline("", "", 7)));
        }
        var open = SamplePosts.aPost(list);
        posts.create(open);
        var before = client.calls();

        assertEquals(List.of(open), posts.unsettled(list).toList());

        assertEquals(2, client.calls() - before);
        assertEquals(Optional.of(open), posts.find(open.id()));
    }
}
