package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Way;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** To whom the log offers to undo what. */
class OfferedUndoTest {

    private static final ListId NEWS = new ListId("news");
    private static final String TOO_LONG = "x".repeat(Change.LONGEST + 1);
    private static final Change WHOLE = new Change("language", "de", "fr");
    private static final Change CUT = new Change("footer", "", TOO_LONG);
    private static final MemberLines.Line LINE = new MemberLines.Line(SampleSubscribers.aKey("01"), "de", "fr");

    private static LogEntry entry(About about, Act act, Actor actor, List<Change> changes) {
        return new LogEntry(LogEntry.id(FixedClock.START, NEWS, act, about, changes), NEWS, actor, Way.WEB,
                act, about, true, changes, Optional.empty());
    }

    private static boolean ofList(Act act, List<Change> changes) {
        return Undo.mayTry(Role.OPERATOR, entry(new About.WholeList(), act, Office.OWNER, changes));
    }

    private static boolean ofMember(Act act, Actor actor, List<Change> changes) {
        return Undo.mayTry(Role.OWNER, entry(new About.OnePerson(LINE.id()), act, actor, changes));
    }

    private static boolean ofPost(Role role, Act act) {
        return Undo.mayTry(role, entry(new About.OnePost(SamplePosts.aPost(NEWS).id()), act, Office.OWNER, List.of()));
    }

    private static List<Change> joinedBy(JoinWay way) {
        return List.of(Change.said(MemberEntries.WAY, MemberEntries.word(way)));
    }

    @Test
    void settingsAreOfferedWhenTheLogHasThemWhole() {
        assertTrue(ofList(Act.LIST_CHANGED, List.of(WHOLE)));
        assertFalse(ofList(Act.LIST_CHANGED, List.of(WHOLE, CUT)));
    }

    @Test
    void changeOfSeveralMembersIsOfferedUnlessItCouldOnlyTakeThemOffAgain() {
        assertTrue(ofList(Act.MEMBERS_CHANGED, new MemberLines("language", List.of(LINE)).changes()));
        assertTrue(ofList(Act.MEMBERS_CHANGED, new MemberLines(MemberLines.REMOVED, List.of(LINE)).changes()));
        assertFalse(ofList(Act.MEMBERS_CHANGED, new MemberLines(MemberLines.RESTORED, List.of(LINE)).changes()));
        assertFalse(ofList(Act.MEMBERS_CHANGED, List.of()));
        assertFalse(ofList(Act.MEMBERS_CHANGED, List.of(Change.said("field", "language"),
                Change.said(MemberLines.WHO, TOO_LONG))));
    }

    @Test
    void ofAllElseAboutAListOnlyAnImportIsOffered() {
        for (var act : EnumSet.complementOf(EnumSet.of(Act.LIST_CHANGED, Act.MEMBERS_CHANGED))) {
            assertEquals(act == Act.MEMBERS_IMPORTED, ofList(act, List.of(WHOLE)), act::name);
        }
    }

    @Test
    void ofPostsOnlyAPauseIsOfferedToWhoeverMaySteerThem() {
        for (var act : Act.values()) {
            assertEquals(act == Act.POST_PAUSED, ofPost(Role.OPERATOR, act), act::name);
        }
        assertTrue(ofPost(Role.MODERATOR, Act.POST_PAUSED));
    }

    @Test
    void whoMayNotDoItIsNotOfferedToUndoIt() {
        for (var about : List.of(new About.WholeList(), new About.OnePerson(LINE.id()))) {
            for (var act : Act.values()) {
                assertFalse(Undo.mayTry(Role.MODERATOR, entry(about, act, Office.OWNER, List.of(WHOLE))), act::name);
            }
        }
    }

    @Test
    void memberWhomAnOwnerAddedOrTookOffIsOffered() {
        assertTrue(ofMember(Act.REMOVED, Office.OWNER, List.of()));
        assertTrue(ofMember(Act.JOINED, Office.OWNER, joinedBy(JoinWay.OWNER)));
        for (var way : EnumSet.complementOf(EnumSet.of(JoinWay.OWNER))) {
            assertFalse(ofMember(Act.JOINED, Office.OWNER, joinedBy(way)), way::name);
        }
        for (var act : List.of(Act.LEFT, Act.CAME_BACK, Act.RESTORED, Act.FORGOTTEN, Act.SUPPRESSED)) {
            assertFalse(ofMember(act, Office.OWNER, List.of()), act::name);
        }
    }

    @Test
    void whatMembersChangedThemselvesIsNotOffered() {
        for (var act : List.of(Act.CHANGED, Act.MOVED)) {
            assertTrue(ofMember(act, Office.OWNER, List.of(WHOLE)), act::name);
            assertTrue(ofMember(act, Office.OPERATOR, List.of(WHOLE)), act::name);
            assertFalse(ofMember(act, new Actor.Member(), List.of(WHOLE)), act::name);
        }
    }

    /** Beside the log it is kept what a name and a remark were; what a phone number was is kept nowhere. */
    @Test
    void changeOfAMemberIsOfferedWhenItIsKnownWhatWasBefore() {
        assertTrue(ofMember(Act.CHANGED, Office.OWNER, List.of(WHOLE, Change.withheld("name"))));
        assertTrue(ofMember(Act.CHANGED, Office.OWNER, Remarks.CHANGED));
        assertFalse(ofMember(Act.CHANGED, Office.OWNER, List.of(WHOLE, Change.withheld("notify"))));
    }
}
