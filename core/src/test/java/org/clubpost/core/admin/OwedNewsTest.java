package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice.MakersChanged;
import org.clubpost.core.notice.OwnerNotice.PeopleChanged;
import org.clubpost.core.notice.OwnerNotice.PeopleChanged.Change;
import org.junit.jupiter.api.Test;

/** What the command line leaves to tell. */
class OwedNewsTest {

    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    private static final EmailAddress NEW = EmailAddress.of("new@club.example");
    private static final EmailAddress OTHER = EmailAddress.of("other@club.example");

    private final Office office = new Office();
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemoryListMakers makers = new InMemoryListMakers();
    private final OwePeopleNews owe = new OwePeopleNews(office.log, tasks, office.clock);
    private final CarryNews carry = new CarryNews(office.lists, office.log, makers, notices, office.clock);

    private RunLists.Changed set(List<EmailAddress> owners, List<EmailAddress> moderators) {
        var seen = office.lists.find(office.list.id()).orElseThrow();
        var next = seen.with(seen.people().withOwners(owners).withModerators(moderators));
        office.lists.by(Deed.of(Office.OPERATOR)).replace(seen, next);
        return new RunLists.Changed(seen, next);
    }

    private List<Errand> owed() {
        return tasks.due(Instant.MAX, 10).stream().map(Errand.class::cast).toList();
    }

    private void carryOut() {
        for (var errand : owed()) {
            switch (errand.what()) {
                case Errand.PeopleNews(var entry) -> carry.people(errand.list(), entry);
                case Errand.MakersNews(var at) -> carry.makers(at);
                case Errand.Decision _,Errand.RoleOffer _,Errand.TestCopy _ -> throw new AssertionError(errand);
            }
        }
    }

    private List<String> told() {
        return notices.sent(PeopleChanged.class).stream()
                .map(told -> told.recipient().written() + " " + told.who().written() + " " + told.change()).sorted()
                .toList();
    }

    @Test
    void whoComesGoesAndStaysIsTold() {
        owe.tell(set(List.of(OWNER, OTHER), List.of()));
        office.tick();
        tasks.remove(owed());

        owe.tell(set(List.of(OTHER, NEW), List.of()));
        carryOut();

        assertEquals(List.of("new@club.example new@club.example " + Change.OWNER_CAME,
                "new@club.example owner@club.example " + Change.OWNER_WENT,
                "other@club.example new@club.example " + Change.OWNER_CAME,
                "other@club.example owner@club.example " + Change.OWNER_WENT,
                "owner@club.example owner@club.example " + Change.OWNER_WENT), told());
    }

    @Test
    void moderatorsAreTold() {
        owe.tell(set(List.of(OWNER), List.of(NEW)));
        carryOut();

        assertEquals(List.of("new@club.example new@club.example " + Change.MODERATOR_CAME,
                "owner@club.example new@club.example " + Change.MODERATOR_CAME), told());
    }

    @Test
    void whatIsOwedNamesNobody() {
        owe.tell(set(List.of(OWNER, NEW), List.of()));

        assertEquals(List.of(), owed().stream().filter(errand -> errand.about().contains("@")).toList());
    }

    @Test
    void changeOfSomethingElseIsNoNews() {
        var seen = office.lists.find(office.list.id()).orElseThrow();
        owe.tell(new RunLists.Changed(seen, seen.with(seen.layout().withSubjectTag("[x]"))));

        assertEquals(List.of(), owed());
    }

    @Test
    void newsOfAListThatIsGoneAreOver() {
        owe.tell(set(List.of(OWNER, NEW), List.of()));
        office.lists.remove(office.list.id());
        carryOut();

        assertEquals(List.of(), told());
    }

    @Test
    void makersAreTold() {
        var appoint = new AppointMakers(makers, new OweMakersNews(office.lists, tasks), office.clock);
        appoint.grant(Office.OPERATOR, OTHER);
        office.tick();
        appoint.grant(Office.OPERATOR, NEW);
        office.tick();
        appoint.withdraw(Office.OPERATOR, OTHER);
        carryOut();

        assertEquals(List.of("other true other", "other true new", "new true new", "new false other",
                "other false other").stream().sorted().toList(),
                notices.sent(MakersChanged.class).stream().map(told -> told.recipient().localPart() + " "
                        + told.isGranted() + " " + told.who().localPart()).sorted().toList());
    }

    @Test
    void mailThatCannotBeSentNowIsSaid() {
        owe.tell(set(List.of(OWNER, NEW), List.of()));
        var failing = new CarryNews(office.lists, office.log, makers, _ -> {
            throw new UnavailableException("no mail today");
        }, office.clock);

        assertThrows(UnavailableException.class, () -> failing.people(office.list.id(),
                ((Errand.PeopleNews) owed().getFirst().what()).entry()));
    }
}
