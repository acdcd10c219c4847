package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.SearchLog.Topic;
import org.clubpost.core.admin.SearchLog.Wanted;
import org.junit.jupiter.api.Test;

class SearchLogTest {

    private static final Actor OWNER = new Actor.Owner(EmailAddress.of("owner@club.example"));

    private final Office office = new Office();
    private final SearchLog search = new SearchLog(office.log);

    private Instant now() {
        return office.clock.instant();
    }

    private LogEntry entry(Actor actor, Act act) {
        office.tick();
        var entry = LogEntry.of(office.list.id(), actor, act, List.of(Change.said("n", now().toString())), now());
        office.log.put(entry);
        return entry;
    }

    private List<LogEntry> all(Wanted wanted, int size) {
        var found = new ArrayList<LogEntry>();
        var after = Optional.<EntryId>empty();
        do {
            var page = search.page(office.list, wanted, after, size, now());
            assertTrue(page.entries().size() <= size);
            found.addAll(page.entries());
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    @Test
    void pagesTogetherHaveEachEntryOnce() {
        for (var i = 0; i < 25; i++) {
            entry(OWNER, Act.LIST_CHANGED);
        }

        for (var size : List.of(1, 7, 25, 26, 900)) {
            assertEquals(office.log(), all(Wanted.ALL, size));
        }
    }

    @Test
    void entriesAreFoundByTopicActorAndTime() {
        var first = entry(OWNER, Act.LIST_CHANGED);
        var second = entry(new Actor.Operator(), Act.LIST_CHANGED);
        var third = entry(OWNER, Act.MEMBERS_IMPORTED);

        assertEquals(List.of(third),
                all(new Wanted(Optional.of(Topic.MEMBERS), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty()), 10));
        assertEquals(List.of(third, first),
                all(new Wanted(Optional.empty(), Optional.of(OWNER), Optional.empty(), Optional.empty(),
                        Optional.empty()), 10));
        assertEquals(List.of(third, second), all(new Wanted(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(second.time()), Optional.empty()), 10));
        assertEquals(List.of(first),
                all(new Wanted(Optional.empty(), Optional.of(OWNER), Optional.empty(), Optional.empty(),
                        Optional.of(second.time())), 10));
    }

    @Test
    void anyTimeCanBeAskedFor() {
        entry(OWNER, Act.LIST_CHANGED);

        assertEquals(office.log(), all(before(Instant.MAX), 10));
        assertEquals(List.of(), all(before(Instant.MIN), 10));
    }

    private static Wanted before(Instant time) {
        return new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(time));
    }

    @Test
    void entriesAreFoundByTheirWay() {
        var byMail = entry(OWNER, Act.LIST_CHANGED).cameBy(Way.MAIL);
        office.log.put(byMail);
        entry(OWNER, Act.LIST_CHANGED);

        assertEquals(List.of(byMail), all(new Wanted(Optional.empty(), Optional.empty(), Optional.of(Way.MAIL),
                Optional.empty(), Optional.empty()), 10));
    }

    @Test
    void pageLooksAtABoundedNumberAndSaysWhereToGoOn() {
        var rare = entry(OWNER, Act.MEMBERS_IMPORTED);
        for (var i = 0; i < 700; i++) {
            entry(OWNER, Act.LIST_CHANGED);
        }
        var wanted = new Wanted(Optional.of(Topic.MEMBERS), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());

        var page = search.page(office.list, wanted, Optional.empty(), 10, now());

        assertEquals(List.of(), page.entries());
        assertEquals(600, page.looked());
        assertEquals(List.of(rare), search.page(office.list, wanted, page.next(), 10, now()).entries());
    }
}
