package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.MakeLists.Outcome;
import org.clubpost.core.admin.MakeLists.Problem;
import org.clubpost.core.admin.MakeLists.Wish;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.junit.jupiter.api.Test;

class MakeListsTest {

    private static final EmailAddress MAKER = EmailAddress.of("maker@club.example");
    private static final Actor BY_MAKER = new Actor.Owner(MAKER);

    private final Office office = new Office();
    private final InMemoryListMakers makers = new InMemoryListMakers();
    private final CollectingNotices notices = new CollectingNotices();
    private final MakeLists make = new MakeLists(office.lists, makers, office.leftovers, notices);

    MakeListsTest() {
        makers.replace(Makers.NOBODY, Makers.NOBODY.after(new Makers.Step(office.clock.instant(), MAKER, true,
                Office.OPERATOR)));
    }

    private static Wish wish(String id, EmailAddress owner) {
        return new Wish(id, "lists.example.org", "Chess Club", List.of(owner), "de", Optional.empty());
    }

    private static Wish like(String id, ListId like) {
        return new Wish(id, "lists.example.org", "Chess Club", List.of(MAKER), "", Optional.of(like));
    }

    private MailingList made(Actor actor, Wish wish) {
        return assertInstanceOf(Outcome.Made.class, make.make(actor, wish)).list();
    }

    @Test
    void makerMakesAListAndRunsIt() {
        var list = made(BY_MAKER, wish("chess", MAKER));

        assertEquals(Optional.of(list), office.lists.find(list.id()));
        assertEquals("Chess Club", list.profile().name());
        assertEquals(Locale.GERMAN, list.profile().language());
        assertEquals("chess@lists.example.org", list.address().written());
        assertEquals(Optional.of(Role.OWNER), Role.of(BY_MAKER, list));
        var entry = office.log.of(list.id(), Optional.empty(), 10, office.clock.instant()).getFirst();
        assertEquals(Act.LIST_CREATED, entry.act());
        assertEquals(BY_MAKER, entry.actor());
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void ownerWhoDidNotMakeItIsTold() {
        made(Office.OPERATOR, wish("chess", MAKER));

        assertEquals(List.of(MAKER), notices.sent(OwnerNotice.PeopleChanged.class).stream()
                .map(OwnerNotice.PeopleChanged::recipient).toList());
    }

    @Test
    void ownersAndStrangersMayNot() {
        assertEquals(new Outcome.Denied(), make.make(Office.OWNER, wish("chess", MAKER)));
        assertEquals(new Outcome.Denied(), make.make(Office.STRANGER, wish("chess", MAKER)));

        assertEquals(List.of(office.list), office.lists.all());
    }

    @Test
    void whatCannotBeIsSaidAndNothingIsMade() {
        assertEquals(new Outcome.Refused(Problem.ID), make.make(BY_MAKER, wish("Chess Club", MAKER)));
        assertEquals(new Outcome.Refused(Problem.ID), make.make(BY_MAKER, wish("postmaster", MAKER)));
        assertEquals(new Outcome.Refused(Problem.RESERVED), make.make(BY_MAKER, wish("chess-join", MAKER)));
        assertEquals(new Outcome.Refused(Problem.TAKEN), make.make(BY_MAKER,
                wish(office.list.id().value(), MAKER)));
        assertEquals(new Outcome.Refused(Problem.OWNER), make.make(BY_MAKER, new Wish("chess", "lists.example.org",
                "Chess", List.of(), "", Optional.empty())));
        assertEquals(new Outcome.Refused(Problem.NAME), make.make(BY_MAKER, new Wish("chess", "lists.example.org",
                " ", List.of(MAKER), "", Optional.empty())));
        assertEquals(new Outcome.Refused(Problem.LANGUAGE), make.make(BY_MAKER, new Wish("chess",
                "lists.example.org", "Chess", List.of(MAKER), "tlh", Optional.empty())));

        assertEquals(List.of(office.list), office.lists.all());
    }

    @Test
    void settingsOfAListThatOneRunsAreTakenOverWithoutNameAndPeople() {
        var from = made(BY_MAKER, wish("bridge", MAKER));
        assertTrue(office.lists.replace(from, from.with(from.dispatch().withUndo(Duration.ofMinutes(7)))));

        var list = made(BY_MAKER, like("chess", from.id()));

        assertEquals(Duration.ofMinutes(7), list.dispatch().undo());
        assertEquals("[chess]", list.layout().subjectTag());
        assertEquals(Locale.GERMAN, list.profile().language());
        assertEquals(List.of(MAKER), list.people().owners());
    }

    @Test
    void settingsOfAListOfOthersAreNobodysBusiness() {
        assertEquals(new Outcome.Refused(Problem.LIKE), make.make(BY_MAKER, like("chess", office.list.id())));
        assertEquals(new Outcome.Refused(Problem.LIKE), make.make(BY_MAKER, like("chess", new ListId("nothing"))));
    }

    @Test
    void doneTwiceItIsThereOnce() {
        made(BY_MAKER, wish("chess", MAKER));

        assertEquals(new Outcome.Refused(Problem.TAKEN), make.make(BY_MAKER, wish("chess", MAKER)));
    }
}
