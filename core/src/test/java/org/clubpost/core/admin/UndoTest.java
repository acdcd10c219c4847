package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OPERATOR;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.STRANGER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UndoTest {

    private final Office office = new Office();

    private MailingList named(String name) {
        var now = office.lists.find(office.list.id()).orElseThrow();
        return done(office.runLists.change(OWNER, now.id(),
                list -> list.with(new Profile(name, list.profile().description(), Locale.ENGLISH)))).orElseThrow()
                .after();
    }

    private void addAnna() {
        done(office.keep.add(OWNER, office.list, newcomer(ANNA.written()), "asked by phone"));
        office.tick();
    }

    @Test
    void settingsAreAsTheyWere() {
        named("Chess");

        var outcome = assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));

        assertEquals(Optional.of(office.list), office.lists.find(office.list.id()));
        assertEquals(Optional.of(outcome.entry().id()), office.log().getFirst().undoes());
        assertEquals(OWNER, office.log().getFirst().actor());
    }

    @Test
    void undoIsUndone() {
        var changed = named("Chess");
        office.undoLatest(OWNER);

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OPERATOR));

        assertEquals(Optional.of(changed), office.lists.find(office.list.id()));
    }

    @Test
    void secondUndoOfTheSameActChangesNothing() {
        named("Chess");
        var entry = office.log().getFirst().id();
        office.tick();

        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OWNER, office.list.id(), entry));
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry));

        assertEquals(Optional.of(office.list), office.lists.find(office.list.id()));
        assertEquals(3, office.log().size());
    }

    @Test
    void settingThatChangedSinceStays() {
        named("Chess");
        var entry = office.log().getFirst().id();
        office.tick();
        var later = named("Checkers");

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry));

        assertEquals(Optional.of(later), office.lists.find(office.list.id()));
    }

    @Test
    void anotherSettingThatChangedSinceIsNoObstacle() {
        named("Chess");
        var entry = office.log().getFirst().id();
        office.tick();
        done(office.runLists.change(OWNER, office.list.id(),
                list -> list.with(list.people().withPosters(List.of(ANNA)))));

        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OWNER, office.list.id(), entry));

        var list = office.lists.find(office.list.id()).orElseThrow();
        assertEquals(office.list.profile(), list.profile());
        assertEquals(List.of(ANNA), list.people().posters());
    }

    @Test
    void valueThatIsTooLongForTheLogIsForGood() {
        done(office.runLists.change(OWNER, office.list.id(), list -> list.with(
                new Layout(list.layout().reply(), list.layout().subjectTag(),
                        "x".repeat(Change.LONGEST + 1)))));

        assertInstanceOf(Undo.Outcome.Final.class, office.undoLatest(OWNER));
    }

    @Test
    void whoMayNotDoItMayNotUndoIt() {
        named("Chess");

        assertEquals(new Undo.Outcome.Denied(Permission.CHANGE_LIST), office.undoLatest(STRANGER));

        assertEquals("Chess", office.lists.find(office.list.id()).orElseThrow().profile().name());
    }

    @Test
    void unknownEntryIsSaidToBeUnknown() {
        assertEquals(new Undo.Outcome.Unknown(), office.undo.undo(OPERATOR, office.list.id(),
                EntryId.of(FixedClock.START, "nothing")));
    }

    @Test
    void removedListIsThereAgainWithAllItsSettings() {
        var id = SampleLists.freshListId();
        var list = SampleLists.aListWithEverySetting(id);
        done(office.runLists.create(OPERATOR, list));
        office.tick();
        done(office.runLists.remove(OPERATOR, list));
        var entry = office.log.of(id, Optional.empty(), 1, office.clock.instant()).getFirst();
        office.tick();

        assertEquals(new Undo.Outcome.Denied(Permission.MAKE_LISTS).getClass(),
                office.undo.undo(OWNER, id, entry.id()).getClass());
        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OPERATOR, id, entry.id()));
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OPERATOR, id, entry.id()));

        assertEquals(Optional.of(list), office.lists.find(id));
    }

    @Test
    void madeListIsRemovedByRemovingItOnly() {
        var entry = office.log().getLast();
        assertInstanceOf(Undo.Outcome.Final.class, office.undo.undo(OPERATOR, office.list.id(), entry.id()));
    }

    @Test
    void removedMemberIsBackAsBefore() {
        addAnna();
        var before = ((Subscriber.Confirmed) office.find(ANNA)).asGreeted();
        done(office.keep.remove(OWNER, office.list, ANNA));

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));

        assertEquals(before, office.find(ANNA));
        assertEquals(Act.RESTORED, office.log().getFirst().act());
    }

    @Test
    void removalIsNotUndoneWhenTheTimeIsOverOrTheMemberWasRemovedAgain() {
        addAnna();
        done(office.keep.remove(OWNER, office.list, ANNA));
        var first = office.log().getFirst().id();
        office.undoLatest(OWNER);
        office.tick();
        done(office.keep.remove(OWNER, office.list, ANNA));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), first));

        var second = office.log().getFirst().id();
        office.clock.advance(WayBack.OPEN_FOR);
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), second));
    }

    @Test
    void addedMemberIsRemovedAgainUnlessTheyLeftMeanwhile() {
        addAnna();
        var entry = office.log().getFirst().id();

        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OWNER, office.list.id(), entry));
        assertInstanceOf(Subscriber.Removed.class, office.find(ANNA));

        done(office.keep.restore(OWNER, office.list, ANNA));
        office.change(Subscriber.Left.of((Subscriber.Confirmed) office.find(ANNA), office.clock.instant(),
                LeaveWay.PAGE));
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry));
        assertInstanceOf(Subscriber.Left.class, office.find(ANNA));
    }

    @Test
    void changedMemberIsAsBefore() {
        addAnna();
        var before = office.find(ANNA);
        var day = LocalDate.of(2026, 7, 1);
        done(office.keep.change(OWNER, office.list, ANNA, member -> member.with(Locale.GERMAN)
                .in(Set.of(new GroupName("board"), new GroupName("chess")))
                .with(member.settings().with(OwnPosts.RECEIPT).withCopyWhenAddressed(false)
                        .with(new Notification.ByMail()).pausedUntil(Optional.of(day)))));

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(before, office.find(ANNA));

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        var again = (Subscriber.Confirmed) office.find(ANNA);
        assertEquals(Set.of(new GroupName("board"), new GroupName("chess")), again.groups());
        assertEquals(Optional.of(day), again.settings().pausedUntil());
        assertEquals(Locale.GERMAN, again.person().language());
    }

    @Test
    void memberWhoChangedItSinceKeepsIt() {
        addAnna();
        done(office.keep.change(OWNER, office.list, ANNA,
                member -> member.with(member.settings().with(OwnPosts.RECEIPT))));
        var member = (Subscriber.Confirmed) office.find(ANNA);
        office.change(member.with(member.settings().with(OwnPosts.NONE)));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undoLatest(OWNER));
    }

    @Test
    void changeOfWhatTheLogMustNotKeepIsForGood() {
        addAnna();
        done(office.keep.change(OWNER, office.list, ANNA,
                member -> member.with(PersonName.parse("Anna Muster").orElseThrow())));

        assertInstanceOf(Undo.Outcome.Final.class, office.undoLatest(OWNER));
        assertEquals(Change.withheld("name"), office.log().getFirst().changes().getFirst());
    }

    @Test
    void pausedPostGoesOnUnlessItWentOnAlready() {
        var post = SamplePosts.aPost(office.list.id());
        var sending = SamplePosts.aSending(post.id(), 1);
        office.posts.create(post);
        office.posts.replace(post, post.with(sending));
        done(office.steer.pause(OWNER, post.id()));
        var entry = office.log().getFirst().id();
        office.tick();

        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OWNER, office.list.id(), entry));
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry));

        assertInstanceOf(PostState.Resumed.class, office.posts.find(post.id()).orElseThrow().state());
        assertInstanceOf(Undo.Outcome.Final.class, office.undoLatest(OWNER));
    }

    @Test
    void everyActNeedsSomePermissionOfAnOwnerOrTheOperator() {
        for (var act : Act.values()) {
            var entry = LogEntry.of(office.list.id(), OWNER, act, List.of(), office.clock.instant());
            office.log.put(entry);
            var outcome = office.undo.undo(STRANGER, office.list.id(), entry.id());
            assertInstanceOf(Undo.Outcome.Denied.class, outcome);
        }
    }

    @Test
    void importThatBroughtNobodyInIsNotUndone() {
        addAnna();
        var incoming = done(office.keep.bringIn(OWNER, office.list, "on paper"));
        incoming.end(incoming.add(List.of(newcomer(ANNA.written()))));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undoLatest(OWNER));
    }

    @Test
    void personWhomAnOwnerErasedStaysErased() {
        addAnna();
        var forgotten = new Subscriber.Forgotten(office.list.id(), Office.id(ANNA), office.clock.instant(),
                ForgetWay.OWNER);
        office.subscribers.by(Deed.of(OWNER)).replace(
                office.subscribers.find(office.list.id(), forgotten.id()).orElseThrow(), forgotten);
        assertEquals(Act.FORGOTTEN, office.log().getFirst().act());

        assertInstanceOf(Undo.Outcome.Final.class, office.undoLatest(OWNER));

        assertEquals(forgotten, office.find(ANNA));
    }

    /** They asked to join, and only they end that. */
    @Test
    void memberWhomTheOwnersLetInIsNotRemovedByUndoingIt() {
        var request = SampleSubscribers.aPending(office.list.id(), ANNA.written());
        var consent = new Consent.DoubleOptIn(request.form(), request.wording(), request.requested(),
                request.requested(), request.links().getFirst());
        var applied = new Subscriber.Applied(office.list.id(), request.person(), consent, request.past());
        office.subscribers.create(applied);
        var member = new Subscriber.Confirmed(office.list.id(), request.person(), consent, office.clock.instant(),
                true);
        office.subscribers.by(Deed.of(OWNER)).replace(
                office.subscribers.find(office.list.id(), applied.id()).orElseThrow(), member);
        assertEquals(Act.JOINED, office.log().getFirst().act());

        assertInstanceOf(Undo.Outcome.Final.class, office.undoLatest(OWNER));

        assertEquals(member, office.find(ANNA));
    }

    @Test
    void memberWhoWasRemovedAndBroughtInAnewIsNotTheOneOfThen() {
        addAnna();
        var first = office.log().getFirst().id();
        done(office.keep.remove(OWNER, office.list, ANNA));
        office.tick();
        var removal = office.log().getFirst().id();
        addAnna();
        var anew = office.find(ANNA);

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), first));
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), removal));

        assertEquals(anew, office.find(ANNA));
    }

    /** Whatever became of the member: no undo makes somebody a member, or ends a membership, by an act before that. */
    @ParameterizedTest
    @EnumSource(names = {"REMOVED", "JOINED", "CHANGED"})
    void whatIsNotAsTheActLeftItStaysAsItIs(Act act) {
        for (var state : SampleSubscribers.everyKind(office.list.id()).toList()) {
            office.subscribers.find(office.list.id(), state.id()).ifPresent(office.subscribers::remove);
            office.subscribers.create(state);
            var changes = List.of(Change.said(MemberEntries.WAY, MemberEntries.word(JoinWay.OWNER)));
            var about = new About.OnePerson(state.id());
            var entry = new LogEntry(LogEntry.id(FixedClock.START.minusSeconds(60), state.list(), act, about, changes),
                    state.list(), OWNER, Way.UNKNOWN, act, about, true, changes, Optional.empty());
            office.log.put(entry);

            assertInstanceOf(Undo.Outcome.ChangedSince.class,
                    office.undo.undo(OWNER, office.list.id(), entry.id()), state::toString);

            assertEquals(Optional.of(state),
                    office.subscribers.find(office.list.id(), state.id()).map(Stored::subscriber));
        }
    }

    @Test
    void addedMemberWhoIsNotKnownAnyMoreIsNotUndone() {
        addAnna();
        var entry = office.log().getFirst().id();
        office.subscribers.remove(office.subscribers.find(office.list.id(), Office.id(ANNA)).orElseThrow());

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry));
    }

    @Test
    void postThatWasPausedAgainStaysPaused() {
        var post = SamplePosts.aPost(office.list.id());
        office.posts.create(post);
        office.posts.replace(post, post.with(SamplePosts.aSending(post.id(), 1)));
        done(office.steer.pause(OWNER, post.id()));
        var first = office.log().getFirst().id();
        office.tick();
        office.undo.undo(OWNER, office.list.id(), first);
        office.tick();
        done(office.steer.pause(OWNER, post.id()));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), first));

        assertInstanceOf(PostState.Paused.class, office.posts.find(post.id()).orElseThrow().state());
    }

    /** Its mail and its record were deleted after their time. */
    @Test
    void postThatIsGoneIsNotSentAgain() {
        var post = SamplePosts.aPost(office.list.id());
        var entry = LogEntry.of(office.list.id(), OWNER, Act.POST_PAUSED, post.id(), office.clock.instant());
        office.log.put(entry);

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry.id()));
    }

    @Test
    void removedListOfWhichTheLogLacksSomethingIsForGood() {
        var text = "x".repeat(Change.LONGEST + 1);
        for (var changes : List.of(List.<Change>of(), List.of(new Change(Undo.DOMAIN, "club.example", ""),
                new Change("footer", text, "")))) {
            var entry = LogEntry.of(SampleLists.freshListId(), OPERATOR, Act.LIST_REMOVED, changes,
                    office.clock.instant());
            office.log.put(entry);

            assertInstanceOf(Undo.Outcome.Final.class, office.undo.undo(OPERATOR, entry.list(), entry.id()));
            assertEquals(Optional.empty(), office.lists.find(entry.list()));
        }
    }

    private Undo against(Rival rival) {
        return new Undo(new Undo.Ports(rival.of(Lists.class, office.lists),
                rival.of(Subscribers.class, office.subscribers), office.texts, rival.of(Posts.class, office.posts),
                office.log, office.appoint.keep()), SampleSubscribers.IDS, office.clock);
    }

    @Test
    void whoIsQuickerWithAnotherSettingKeepsIt() {
        named("Chess");
        var entry = office.log().getFirst().id();
        office.tick();
        var rival = new Rival("replace", () -> done(office.runLists.change(OWNER, office.list.id(),
                list -> list.with(list.people().withPosters(List.of(ANNA))))));

        assertInstanceOf(Undo.Outcome.Undone.class, against(rival).undo(OWNER, office.list.id(), entry));

        var list = office.lists.find(office.list.id()).orElseThrow();
        assertEquals(office.list.profile(), list.profile());
        assertEquals(List.of(ANNA), list.people().posters());
    }

    @Test
    void memberWhoIsQuickerStaysAsTheyWant() {
        addAnna();
        var entry = office.log().getFirst().id();
        var rival = new Rival("replace", () -> office.change(Subscriber.Left.of(
                (Subscriber.Confirmed) office.find(ANNA), office.clock.instant(), LeaveWay.ONE_CLICK)));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, against(rival).undo(OWNER, office.list.id(), entry));

        assertInstanceOf(Subscriber.Left.class, office.find(ANNA));
    }

    @Test
    void postThatSomebodyIsQuickerToCancelStaysCancelled() {
        var post = SamplePosts.aPost(office.list.id());
        office.posts.create(post);
        office.posts.replace(post, post.with(SamplePosts.aSending(post.id(), 1)));
        done(office.steer.pause(OWNER, post.id()));
        var entry = office.log().getFirst().id();
        var rival = new Rival("replace", () -> done(office.steer.cancel(OWNER, post.id())));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, against(rival).undo(OWNER, office.list.id(), entry));

        assertInstanceOf(PostState.Cancelled.class, office.posts.find(post.id()).orElseThrow().state());
    }
}
