package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.subscriber.SampleSubscribers.aDigest;
import static org.clubpost.core.subscriber.SampleSubscribers.aPerson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private static final EmailAddress NEW = EmailAddress.of("anna@new.example");

    private final Office office = new Office();

    private List<LogEntry> history(EmailAddress address) {
        return office.history.of(office.list.id(), Office.id(address), office.clock.instant());
    }

    private List<Act> acts(EmailAddress address) {
        return history(address).stream().map(LogEntry::act).toList();
    }

    private Instant later(int days) {
        office.clock.advance(Duration.ofDays(days));
        return office.clock.instant();
    }

    private Origin origin() {
        return new Origin(office.clock.instant(), "192.0.2.7", "Browser");
    }

    private Subscriber.Pending request(Past past) {
        return new Subscriber.Pending(office.list.id(), aPerson(ANNA.written()), List.of(aDigest('a')), "/subscribe",
                "ab".repeat(32), origin(), office.clock.instant().plus(Duration.ofDays(3)), past);
    }

    private Consent.DoubleOptIn confirmed(Subscriber.Pending request) {
        return new Consent.DoubleOptIn(request.form(), request.wording(), request.requested(), origin(), aDigest('a'));
    }

    private Subscriber.Confirmed member() {
        return (Subscriber.Confirmed) office.find(ANNA);
    }

    private Subscriber.Confirmed join(Subscriber.Pending request) {
        later(1);
        var member = new Subscriber.Confirmed(office.list.id(), request.person(), confirmed(request),
                office.clock.instant(), false);
        office.change(member);
        return member;
    }

    @Test
    void wholeYearOfAMemberIsToldInOrder() {
        // Brought in with others, left, asked again, confirmed.
        done(office.keep.bringIn(OWNER, office.list, "members of 2026")).add(List.of(Office.newcomer(ANNA.written())));
        later(20);
        office.change(Subscriber.Left.of(member(), office.clock.instant(), LeaveWay.ONE_CLICK)
                .because(LeaveReason.NOT_MINE));
        later(30);
        var request = request(new Past.FormerMember((Subscriber.Gone) office.find(ANNA)));
        office.change(request);
        join(request);
        office.change(member().asGreeted());
        // Chose, paused, left and came back.
        later(10);
        office.change(member().with(MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.RECEIPT)));
        later(10);
        office.change(member().with(member().settings().pausedUntil(Optional.of(LocalDate.of(2026, 7, 1)))));
        later(60);
        var before = member();
        office.change(Subscriber.Left.of(before, office.clock.instant(), LeaveWay.PAGE));
        later(2);
        office.change(before);
        // The owners: renamed, put into a group, removed by oversight, restored.
        later(20);
        done(office.keep.change(OWNER, office.list, ANNA, each -> each.with(PersonName.parse("Anna B.").orElseThrow())
                .in(Set.of(new GroupName("board")))));
        later(20);
        done(office.keep.remove(OWNER, office.list, ANNA));
        later(1);
        done(office.keep.restore(OWNER, office.list, ANNA));
        // Another address; then erased.
        later(60);
        move();
        later(5);
        var moved = (Subscriber.Confirmed) office.find(NEW);
        office.change(moved.with(moved.settings().with(MemberSettings.OwnPosts.NONE)));

        assertEquals(List.of(Act.JOINED, Act.LEFT, Act.ASKED, Act.JOINED, Act.CHANGED, Act.CHANGED, Act.LEFT,
                Act.CAME_BACK, Act.CHANGED, Act.REMOVED, Act.RESTORED, Act.MOVED, Act.CHANGED), acts(NEW));
        var told = history(NEW);
        assertEquals(List.of("owner", "form"), told.stream().filter(entry -> entry.act() == Act.JOINED)
                .map(entry -> entry.said("way").orElseThrow()).toList());
        assertEquals(OWNER, told.getFirst().actor());
        assertEquals(new Actor.Member(), told.get(4).actor());
        assertEquals(OWNER, told.get(9).actor());
        assertTrue(told.stream().noneMatch(entry -> entry.toString().contains("anna@")
                || entry.toString().contains("Anna")));
        assertEquals(List.of(Act.RESTORED, Act.REMOVED, Act.CHANGED, Act.MEMBERS_IMPORTED, Act.LIST_CREATED),
                office.acts());
    }

    private void move() {
        var member = member();
        var at = office.clock.instant();
        var person = new Person(Office.id(NEW), NEW, member.person().name(), member.person().language());
        office.subscribers
                .create(new Subscriber.Confirmed(member.list(), person, member.consent(), member.since(), true,
                        member.settings(), member.groups(), List.of(new Move(member.id(), at))));
        var moved = office.subscribers.replace(office.subscribers.find(member.list(), member.id()).orElseThrow(),
                new Subscriber.Moved(member.list(), member.id(), person.id(), at));
        assertTrue(moved);
    }

    @Test
    void recordFromBeforeThereWasALogTellsWhatItKnows() {
        var former = SampleSubscribers.aFormerMember(office.list.id(), ANNA.written());
        office.subscribers.createAll(office.list.id(), List.of(former));

        assertEquals(List.of(Act.JOINED, Act.LEFT), acts(ANNA).stream().sorted().toList());
        assertEquals(List.of(), history(NEW));
    }

    @Test
    void requestIsToldAsLongAsItIsThere() {
        office.subscribers.create(request(new Past.Stranger()));

        assertEquals(List.of(Act.ASKED), acts(ANNA));
        assertEquals(Optional.of("/subscribe"), history(ANNA).getFirst().said("form"));
    }

    @Test
    void personWhoWaitedForTheOwnersBecameAMemberWhenTheySaidYes() {
        var request = request(new Past.Stranger());
        office.subscribers.create(request);
        later(1);
        var applied = new Subscriber.Applied(office.list.id(), request.person(), confirmed(request), request.past());
        office.change(applied);
        assertEquals(List.of(Act.ASKED, Act.APPLIED), acts(ANNA));
        later(1);

        var member = new Subscriber.Confirmed(office.list.id(), request.person(), applied.consent(),
                office.clock.instant(), false);
        assertTrue(office.subscribers.by(Deed.of(OWNER))
                .replace(office.subscribers.find(member.list(), member.id()).orElseThrow(), member));

        assertEquals(List.of(Act.ASKED, Act.APPLIED, Act.JOINED), acts(ANNA));
        assertEquals(OWNER, history(ANNA).getLast().actor());
        assertEquals(member.since(), history(ANNA).getLast().time());
    }

    @Test
    void personWhoWasNotLetInIsToldSo() {
        var request = request(new Past.Stranger());
        office.subscribers.create(new Subscriber.Applied(office.list.id(), request.person(), confirmed(request),
                request.past()));
        later(1);

        assertEquals(true, done(office.keep.remove(OWNER, office.list, ANNA)));

        assertEquals(List.of(Act.DECLINED), acts(ANNA));
        assertEquals(List.of(Act.DECLINED, Act.LIST_CREATED), office.acts());
    }

    @Test
    void formerMemberWhoseRequestIsDroppedIsWhatTheyWere() {
        var former = SampleSubscribers.aFormerMember(office.list.id(), ANNA.written());
        office.subscribers.create(former);
        office.change(request(new Past.FormerMember(former)));
        office.change(former);
        assertTrue(acts(ANNA).stream().noneMatch(Act.WITHDRAWN::equals));
        office.change(new Subscriber.Applied(office.list.id(), former.person(),
                confirmed(request(new Past.Stranger())), new Past.FormerMember(former)));
        assertEquals(Act.APPLIED, acts(ANNA).getLast());
        assertTrue(acts(ANNA).contains(Act.LEFT));
        office.change(request(new Past.FormerMember(former)));

        assertEquals(true, done(office.keep.remove(OWNER, office.list, ANNA)));

        assertEquals(former, office.find(ANNA));
        assertEquals(Act.WITHDRAWN, acts(ANNA).getLast());
    }

    @Test
    void whoIsForgottenOrSuppressedIsToldWithoutThePerson() {
        var member = SampleSubscribers.aMember(office.list.id(), ANNA.written());
        office.subscribers.create(member);
        office.change(Subscriber.Suppressed.of(member, office.clock.instant(), new Stopped.Complaint()));
        assertEquals(List.of(Act.JOINED, Act.SUPPRESSED), acts(ANNA));
        for (var way : ForgetWay.values()) {
            var address = EmailAddress.of(way.name() + "@club.example");
            var each = SampleSubscribers.aMember(office.list.id(), address.written());
            office.subscribers.create(each);
            later(1);
            office.change(new Subscriber.Forgotten(each.list(), each.id(), office.clock.instant(), way));

            assertEquals(List.of(Act.JOINED, Act.FORGOTTEN), acts(address));
            assertEquals(switch (way) {
                case PERSON -> new Actor.Member();
                case OWNER -> new Actor.Unknown();
                case TIME -> new Actor.Service();
            }, history(address).getLast().actor());
        }
    }

    @Test
    void memberWhoIsGoneWithoutARecordIsInTheLog() {
        var member = SampleSubscribers.aMember(office.list.id(), ANNA.written());
        office.subscribers.create(member);
        later(1);

        assertTrue(office.subscribers.remove(office.subscribers.find(member.list(), member.id()).orElseThrow()));

        assertEquals(Act.FORGOTTEN, acts(ANNA).getLast());
    }

    @Test
    void accountOfTheClubIsAWayToJoin() {
        var member = SampleSubscribers.aMember(office.list.id(), ANNA.written());
        office.subscribers.create(new Subscriber.Confirmed(member.list(), member.person(),
                new Consent.AccountSignUp("cognito", "yes", office.clock.instant()), office.clock.instant(), true));

        assertEquals(Optional.of("account"), history(ANNA).getFirst().said("way"));
    }
}
