package org.clubpost.core.directory;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.junit.jupiter.api.Test;

/** What every {@link MemberTexts} must do. */
public interface MemberTextsContract {

    /** The key of a person. */
    SubscriberId ANNA = aKey("0a");

    /** The texts under test. */
    MemberTexts testee();

    private static MemberText name(ListId list, SubscriberId person) {
        return new MemberText(list, person, MemberText.Kind.NAME_BEFORE, "", "Änne „Ø“\n王",
                FixedClock.START.plusNanos(1_999_999));
    }

    @Test
    default void textIsFoundAsItWasKept() {
        var list = freshListId();
        var remark = MemberText.remark(list, ANNA, "Pays in cash.\n„Ring twice“ 🦉", FixedClock.START);

        assertTrue(testee().replace(Optional.empty(), remark));
        assertTrue(testee().replace(Optional.empty(), name(list, ANNA)));

        assertEquals(Optional.of(remark), testee().find(list, ANNA, MemberText.Kind.REMARK));
        assertEquals(Optional.of(name(list, ANNA)), testee().find(list, ANNA, MemberText.Kind.NAME_BEFORE));
        assertEquals(List.of(name(list, ANNA), remark), testee().of(list, ANNA));
        assertEquals(List.of(), testee().of(list, aKey("0b")));
        assertEquals(Optional.empty(), testee().find(freshListId(), ANNA, MemberText.Kind.REMARK));
    }

    @Test
    default void onlyWhoHasSeenTheTextOfNowReplacesIt() {
        var list = freshListId();
        var first = MemberText.remark(list, ANNA, "one", FixedClock.START);
        var second = MemberText.remark(list, ANNA, "two", FixedClock.START);
        assertTrue(testee().replace(Optional.empty(), first));

        assertFalse(testee().replace(Optional.empty(), second));
        assertTrue(testee().replace(Optional.of(first), second));
        assertFalse(testee().replace(Optional.of(first), second));

        assertEquals(Optional.of(second), testee().find(list, ANNA, MemberText.Kind.REMARK));
    }

    @Test
    default void forgetsAllOfThePersonAndOfNobodyElse() {
        var list = freshListId();
        testee().replace(Optional.empty(), MemberText.remark(list, ANNA, "one", FixedClock.START));
        testee().replace(Optional.empty(), name(list, ANNA));
        var other = MemberText.remark(list, aKey("0b"), "other", FixedClock.START);
        testee().replace(Optional.empty(), other);

        testee().forget(list, ANNA);
        testee().forget(list, ANNA);

        assertEquals(List.of(), testee().of(list, ANNA));
        assertEquals(List.of(other), testee().of(list, aKey("0b")));
    }
}
