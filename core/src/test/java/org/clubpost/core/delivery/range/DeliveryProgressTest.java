package org.clubpost.core.delivery.range;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryProgressTest {

    private static final Post POST = SamplePosts.aPost(new ListId("news"));

    private static DeliveryRange range(int index, Slice slice, DeliveryRange.Progress progress, Tally tally) {
        return new DeliveryRange(new RangeRef(POST.list(), POST.id(), index), slice, progress, tally);
    }

    private static DeliveryRange whole(DeliveryRange.Progress progress) {
        return range(0, Slice.cut(0).getFirst(), progress, Tally.NONE);
    }

    @Test
    void postThatWasNotPlannedHasNotBegun() {
        assertEquals(new DeliveryProgress(0, Tally.NONE), DeliveryProgress.of(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"00, 0", "40, 25", "80, 50", "c0, 75", "ff, 99"})
    void cursorSaysHowFarARangeHasCome(String digits, int percent) {
        var key = new SubscriberId(digits + "0".repeat(SampleSubscribers.aKey("0").hex().length() - digits.length()));

        assertEquals(percent, DeliveryProgress.of(List.of(whole(new DeliveryRange.Progress.Open(key, Set.of()))))
                .percent());
    }

    @Test
    void rangesCountAlikeAndSecondChancesNotAtAll() {
        var halves = Slice.cut(1);
        var ranges = new ArrayList<DeliveryRange>();
        ranges.add(range(0, halves.get(0), new DeliveryRange.Progress.Finished(), new Tally(40, 2)));
        ranges.add(range(1, halves.get(1), SamplePosts.open("c"), new Tally(20, 1)));
        ranges.add(range(RangeRef.SECOND_CHANCES, Slice.cut(0).getFirst(), SamplePosts.open("0"), new Tally(1, -1)));

        assertEquals(new DeliveryProgress(0.75, new Tally(61, 2)), DeliveryProgress.of(ranges));
    }

    @Test
    void onlyFinishedRangesAreAHundredPercent() {
        var last = new DeliveryRange.Progress.Open(Slice.cut(0).getFirst().last(), Set.of());

        assertEquals(99, DeliveryProgress.of(List.of(whole(last))).percent());
        assertEquals(100, DeliveryProgress.of(List.of(whole(new DeliveryRange.Progress.Finished()))).percent());
    }

    @Test
    void membersThatAreLeftAreReckonedFromTheShareThatHadTheirTurn() {
        assertEquals(300, new DeliveryProgress(0.25, new Tally(90, 10)).left());
        assertEquals(0, new DeliveryProgress(1, new Tally(90, 10)).left());
        assertEquals(0, new DeliveryProgress(0, Tally.NONE).left());
    }
}
