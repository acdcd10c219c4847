package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries of the log each change is. */
final class LogRecorderTest {

    private static final ListId NEWS = new ListId("news");

    private final LogRecorder recorder = new LogRecorder(Way.UNKNOWN, new FixedClock());
    private final LogRecorder ofOwner = recorder.by(Deed.of(OWNER));

    private static PostState first(String kind) {
        return SamplePosts.everyState(SamplePosts.aPost(NEWS).id())
                .filter(state -> state.getClass().getSimpleName().equals(kind)).findFirst().orElseThrow();
    }

    /** Every step of a post that somebody or the service by itself can take. */
    @ParameterizedTest
    @CsvSource({"Held, Waiting, POST_RELEASED", "Held, Sending, POST_RELEASED", "Held, Rejected, POST_REFUSED",
            "Held, Discarded, POST_REFUSED", "Held, Held, ", "Received, Held, ", "Received, Rejected, ",
            "Received, Discarded, ", "Received, Waiting, ", "Received, Sending, ", "Waiting, Waiting, POST_RESUMED",
            "Waiting, Sending, ", "Waiting, Cancelled, POST_CANCELLED", "Sending, Paused, POST_PAUSED",
            "Resumed, Paused, POST_PAUSED", "Sending, Cancelled, POST_CANCELLED", "Sending, Parked, ",
            "Sending, Done, ", "Paused, Resumed, POST_RESUMED", "Parked, Resumed, POST_RESUMED", "Parked, Sending, ",
            "Done, Resumed, POST_RETRIED", "Resumed, Done, ", "Resumed, Sending, ", "Waiting, Received, "})
    void stepOfAPostIsThatDeed(String seen, String then, Act act) {
        var post = SamplePosts.aPost(NEWS);
        var before = post.with(first(seen));
        var after = post.with(seen.equals(then)
                ? SamplePosts.everyState(post.id()).filter(state -> state.getClass().getSimpleName().equals(then))
                        .reduce((_, last) -> last).orElseThrow()
                : first(then));

        var entry = ofOwner.changed(before, after);

        assertEquals(Optional.ofNullable(act), entry.map(LogEntry::act));
        assertTrue(entry.stream().allMatch(each -> each.actor().equals(OWNER) && each.isListed()
                && each.about().equals(new About.OnePost(post.id()))));
        assertEquals(Optional.empty(), recorder.changed(before, after), "what nobody claims is the service's work");
        assertEquals(Optional.empty(), ofOwner.changed(before, before), "nothing changed");
    }

    /** Whose record is there no more: a request that was dropped, or a member forgotten altogether. */
    @Test
    void endOfARequestIsToldByWhoeverEndedIt() {
        var byItself = new TreeMap<String, Set<Act>>();
        var byOwner = new TreeMap<String, Set<Act>>();
        SampleSubscribers.everyKind(NEWS).forEach(state -> {
            byItself.computeIfAbsent(state.getClass().getSimpleName(), _ -> new TreeSet<>())
                    .addAll(recorder.gone(state).stream().map(LogEntry::act).toList());
            byOwner.computeIfAbsent(state.getClass().getSimpleName(), _ -> new TreeSet<>())
                    .addAll(ofOwner.gone(state).stream().map(LogEntry::act).toList());
        });

        assertEquals("{Applied=[DECLINED], Confirmed=[FORGOTTEN], Forgotten=[], Left=[], Moved=[], Pending=[], "
                + "Removed=[], Suppressed=[]}", byItself.toString());
        assertEquals("{Applied=[DECLINED], Confirmed=[FORGOTTEN], Forgotten=[], Left=[], Moved=[], "
                + "Pending=[WITHDRAWN], Removed=[], Suppressed=[]}", byOwner.toString());
    }

    /** What somebody is now, and what the log tells when a member has become that. */
    @Test
    void memberBecomesWhatTheLogSays() {
        var acts = new TreeMap<String, Set<String>>();
        SampleSubscribers.everyKind(NEWS).filter(state -> !(state instanceof Subscriber.Confirmed)).forEach(state -> {
            var member = SampleSubscribers.aMember(NEWS, SampleSubscribers.aPerson(state.id(), "anna@example.org"));
            acts.computeIfAbsent(state.getClass().getSimpleName(), _ -> new TreeSet<>())
                    .add(ofOwner.changed(member, state).stream().map(LogEntry::act).distinct().sorted()
                            .toList().toString());
        });

        assertEquals("{Applied=[[ASKED, APPLIED, JOINED]], Forgotten=[[JOINED, FORGOTTEN]], "
                + "Left=[[ASKED, JOINED, LEFT], [JOINED, LEFT]], Moved=[[JOINED, MOVED]], "
                + "Pending=[[ASKED, JOINED], [JOINED]], Removed=[[ASKED, JOINED, REMOVED], [JOINED, REMOVED]], "
                + "Suppressed=[[ASKED, JOINED, SUPPRESSED], [JOINED, SUPPRESSED]]}", acts.toString());
    }

    @Test
    void newSubscriberIsAnEntryOnlyWhenTheyAreAMember() {
        var came = new TreeMap<String, Set<Act>>();
        SampleSubscribers.everyKind(NEWS).forEach(state -> came
                .computeIfAbsent(state.getClass().getSimpleName(), _ -> new TreeSet<>())
                .addAll(ofOwner.came(state).stream().map(LogEntry::act).toList()));

        assertEquals("{Applied=[], Confirmed=[ASKED, JOINED, MOVED], Forgotten=[], Left=[], Moved=[], Pending=[], "
                + "Removed=[], Suppressed=[]}", came.toString());
    }

    @Test
    void listThatStaysAsItIsIsNoEntry() {
        var list = SampleLists.aListWithEverySetting(NEWS);

        assertEquals(Optional.empty(), ofOwner.changed(list, list));
        assertEquals(Optional.of(Act.LIST_CHANGED), ofOwner.changed(list, SampleLists.aList(NEWS)).map(LogEntry::act));
    }
}
