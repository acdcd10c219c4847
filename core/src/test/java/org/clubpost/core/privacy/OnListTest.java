package org.clubpost.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.privacy.PersonalData.OnList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

class OnListTest {

    private static final MailingList LIST = SampleLists.aList();
    private static final SubscriberId ANNA = SampleSubscribers.aKey("01");

    /** Whoever asks gets to see it, however little it is. */
    @Test
    void remarkIsStoredAboutSomebodyAlsoWhenNothingElseIs() {
        var remark = MemberText.remark(LIST.id(), ANNA, "Moved to Rome", FixedClock.START);

        assertFalse(new OnList(LIST, Optional.empty(), Optional.empty(), List.of(), true, List.of(), Map.of(),
                List.of(), List.of(remark)).isEmpty());
        assertTrue(new OnList(LIST, Optional.empty(), Optional.empty(), List.of(), true).isEmpty());
        assertTrue(new OnList(LIST, Optional.empty(), Optional.empty(), List.of(), false).isEmpty());
    }

    @Test
    void everyStateIsSomethingThatIsStored() {
        assertEquals(0, everyState().filter(OnList::isEmpty).count());
    }

    private static Stream<OnList> everyState() {
        return SampleSubscribers.everyKind(LIST.id())
                .map(each -> new OnList(LIST, Optional.of(each), Optional.empty(), List.of(), true));
    }
}
