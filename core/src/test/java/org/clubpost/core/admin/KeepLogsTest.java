package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.subscriber.Slice;
import org.junit.jupiter.api.Test;

class KeepLogsTest {

    private static final int ROUND = 64;

    private final Office office = new Office();
    private final KeepLogs keep = new KeepLogs(office.lists, office.log, office.clock);
    private final SearchLog search = new SearchLog(office.log);

    private LogEntry entry(Duration ago) {
        var time = office.clock.instant().minus(ago);
        var entry = new LogEntry(EntryId.of(time, "act"), office.list.id(),
                new Actor.Owner(EmailAddress.of("olga@example.org")), Way.WEB, Act.LIST_CHANGED,
                new About.WholeList(), true, List.of(), Optional.empty());
        office.log.put(entry);
        return entry;
    }

    private void want(LogKeeping keeping) {
        var list = office.lists.find(office.list.id()).orElseThrow();
        office.lists.replace(list, list.with(list.people().withLogKept(keeping)));
    }

    private int round() {
        var changed = 0;
        for (var hour = 0; hour < ROUND; hour++) {
            office.clock.advance(Duration.ofHours(1));
            changed += keep.run();
        }
        return changed;
    }

    private List<LogEntry> log() {
        return office.log.of(office.list.id(), Optional.empty(), 100, office.clock.instant()).stream()
                .filter(entry -> entry.actor() instanceof Actor.Owner).toList();
    }

    @Test
    void entryOfBeforeAndAfterTheChangeIsKeptForEver() {
        var before = entry(Duration.ofDays(700));
        want(LogKeeping.FOR_EVER);
        round();
        var after = entry(Duration.ZERO);
        round();

        office.clock.advance(Duration.ofDays(40 * 365));

        assertEquals(List.of(after, before), log());
    }

    @Test
    void olderOnesGoWhenTheTimeIsShortened() {
        entry(Duration.ofDays(400));
        var young = entry(Duration.ofDays(300));
        want(LogKeeping.ONE_YEAR);

        round();

        assertEquals(List.of(young), log());
    }

    @Test
    void olderOnesAreNotShownAtOnceWhenTheTimeIsShortened() {
        entry(Duration.ofDays(400));
        var young = entry(Duration.ofDays(300));
        want(LogKeeping.ONE_YEAR);
        var list = office.lists.find(office.list.id()).orElseThrow();

        var page = search.page(list, SearchLog.Wanted.ALL, Optional.empty(), 50, office.clock.instant());

        assertFalse(page.entries().stream().anyMatch(each -> each.time().isBefore(young.time())));
    }

    @Test
    void whatIsOverDoesNotComeBackWithALongerTime() {
        entry(Duration.ofDays(400));
        want(LogKeeping.ONE_YEAR);
        round();
        want(LogKeeping.TEN_YEARS);

        round();

        assertEquals(List.of(), log());
    }

    @Test
    void secondRoundChangesNothing() {
        entry(Duration.ofDays(10));
        want(LogKeeping.FIVE_YEARS);
        assertFalse(round() == 0);

        assertEquals(0, round());
    }

    @Test
    void roundHasAllTimesAndAllPeople() {
        var first = Instant.EPOCH.plus(Duration.ofHours(ROUND * 9_000L));
        assertEquals(Instant.EPOCH, KeepLogs.share(first).from());
        for (var hour = 1; hour < ROUND; hour++) {
            var before = KeepLogs.share(first.plus(Duration.ofHours(hour - 1L)));
            var share = KeepLogs.share(first.plus(Duration.ofHours(hour)).plusSeconds(59));
            assertEquals(before.to(), share.from());
            assertEquals(Slice.cut(Slice.MAX_BITS).get(hour), share.people());
        }
        assertEquals(first.plus(Duration.ofHours(ROUND)),
                KeepLogs.share(first.plus(Duration.ofHours(ROUND - 1L))).to());
    }
}
