package org.clubpost.aws.dynamodb;

import static org.clubpost.core.FixedClock.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostItemsTest {

    /** As it was written before such posts were reported. */
    private static final Item OLD = Item.inner().text("kind", "CANCELLED").number("sent", 7).number("failed", 1)
            .instant("at", START);

    private static PostState read(Item state) {
        var post = SamplePosts.aPost(new ListId("news"));
        return PostItems.read(PostItems.write(TableLayout.post(post.id()), post).map("state", state)).state();
    }

    @Test
    void postThatWasCancelledBeforeThereWereReportsOfItCountsAsReported() {
        var state = new PostState.Cancelled(new Tally(7, 1), START, true);

        assertEquals(state, read(OLD));
        assertEquals(OLD.asValue(), PostItems.state(state));
    }

    /** States of posts as commit 8e07487 wrote them, which knew sentences only, and what they are read as. */
    static Stream<Arguments> statesOfAnEarlierVersion() {
        var until = START.plusSeconds(3600);
        var sending = new PostState.Sending(new MailKey("prepared/x"), 4, START);
        var link = "ab".repeat(32);
        return Stream.of(
                arguments(
                        Item.inner().text("kind", "HELD").text("reason", "Der Absender darf hier nicht schreiben.")
                                .text("decider", "OWNERS").texts("links", List.of(link)).flag("told", true)
                                .instant("until", until),
                        new PostState.Held(Reason.quoted("Der Absender darf hier nicht schreiben."),
                                PostState.Held.Decider.OWNERS, List.of(new TokenDigest(link)), true, until)),
                arguments(Item.inner().text("kind", "REJECTED").text("reason", "They say: Wrong list."),
                        new PostState.Rejected(Reason.quoted("They say: Wrong list."))),
                arguments(Item.inner().text("kind", "DISCARDED").text("reason", "A virus was found in it."),
                        new PostState.Discarded(Reason.quoted("A virus was found in it."))),
                arguments(oldParked("DAY_SPENT", "what may be sent to lists in 24 hours is spent", false),
                        new PostState.Parked(sending, PostState.Parked.Cause.DAY_SPENT,
                                Reason.quoted("what may be sent to lists in 24 hours is spent"), until, false)),
                arguments(oldParked("RESUMED", "", true), new PostState.Resumed(sending, until)));
    }

    private static Item oldParked(String cause, String reason, boolean told) {
        return Item.inner().text("kind", "PARKED").text("prepared", "prepared/x").number("ranges", 4)
                .instant("since", START).text("cause", cause).text("reason", reason)
                .instant("until", START.plusSeconds(3600)).flag("told", told);
    }

    @ParameterizedTest
    @MethodSource("statesOfAnEarlierVersion")
    void stateOfAnEarlierVersionIsReadAndCanBeReplaced(Item old, PostState state) {
        assertEquals(state, read(old));
        assertEquals(old.asValue(), PostItems.state(state));
    }

    @Test
    void failureOfAnEarlierVersionIsReadAndWrittenAlike() {
        var post = SamplePosts.aPost(new ListId("news"));
        var key = new SubscriberId("22" + "00".repeat(15));
        var old = Item.at(TableLayout.failure(post.id(), key)).text("kind", "REFUSED")
                .text("reason", "the mailbox takes nothing for this address").number("attempts", 1)
                .instant("at", START);

        var failure = RangeItems.readFailure(old);

        assertEquals(new Failure(key, Failure.Kind.REFUSED,
                Reason.quoted("the mailbox takes nothing for this address"), 1, START), failure);
        assertEquals(old.attributes(), RangeItems.write(post.id(), failure).attributes());
    }

    @Test
    void causeAndValuesAreAttributesOfTheirOwn() {
        var state = new PostState.Rejected(Reason.of(Reason.Cause.REFUSED_FILE, "run.exe"));
        var item = Item.inner().text("kind", "REJECTED").text("reasonCode", "refused-file").texts("reasonValues",
                List.of("run.exe"));

        assertEquals(state, read(item));
        assertEquals(item.asValue(), PostItems.state(state));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whetherACancelledPostIsReportedIsRead(boolean reported) {
        var item = Item.inner().text("kind", "CANCELLED").number("sent", 7).number("failed", 1)
                .instant("at", START).flag("reported", reported);

        assertEquals(new PostState.Cancelled(new Tally(7, 1), START, reported), read(item));
    }
}
