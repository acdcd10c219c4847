package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.junit.jupiter.api.Test;

/**
 * Three attacks through the form, in virtual time, each with 1,000 people mixed in who really want to join. Nobody gets
 * more than three mails, every one of those people gets theirs within an hour, and the owners hear of it when it is
 * much. The table that each prints is the one in docs/operations.md.
 */
final class FloodTest {

    private static final int PEOPLE = 1000;
    private static final Duration DAY = Duration.ofDays(1);

    /** As many requests as one can send in an hour, from one IPv6 site and one IPv4 address, to as many addresses. */
    @Test
    void burstFromOneNetwork() {
        var flood = new Flood(List.of(SampleLists.aList()));
        var random = flood.random();
        flood.spread(50_000, Duration.ofHours(1), number -> flood.attack(flood.lists().getFirst(),
                "victim" + number + "@example.net",
                number % 2 == 0 ? "198.51.100.7" : "2001:db8:bad:" + hex(random, 16) + "::" + hex(random, 16)));
        flood.people(PEOPLE, Duration.ofHours(1));

        var report = flood.run("a burst from one network", Duration.ofHours(4));

        assertTrue(report.taken() <= PEOPLE + 2 * (Subscribe.PER_SOURCE.most() + Subscribe.PER_SITE.most()),
                report.toString());
        assertHeld(report);
        assertEquals(1, report.told());
    }

    /** 10,000 sources over 30 days, each for three addresses: no limit of a source sees anything. */
    @Test
    void lowAndSlowFromManyAddresses() {
        var flood = new Flood(List.of(SampleLists.aList()));
        flood.spread(30_000, DAY.multipliedBy(30), number -> flood.attack(flood.lists().getFirst(),
                "victim" + number + "@example.net", "203.0." + number % 10_000 / 250 + "." + number % 10_000 % 250));
        flood.people(PEOPLE, DAY.multipliedBy(30));

        var report = flood.run("low and slow from 10,000 addresses", DAY.multipliedBy(30).plusHours(2));

        assertHeld(report);
        assertTrue(report.told() >= 29 && report.told() <= 31, report.toString());
    }

    /** One person, written in 2,000 ways, on 200 lists, from everywhere, for ten days. */
    @Test
    void oneVictimOnManyLists() {
        var lists = IntStream.range(0, 200).mapToObj(number -> SampleLists.aList("list-" + number)).toList();
        var flood = new Flood(lists);
        IntFunction<MailingList> list = number -> lists.get(number % lists.size());
        flood.spread(20_000, DAY.multipliedBy(10), number -> flood.attack(list.apply(number),
                (number % 3 == 0 ? "vic.tim" : number % 3 == 1 ? "v.i.c.t.i.m" : "Victim") + "+" + number / 10
                        + (number % 2 == 0 ? "@gmail.com" : "@googlemail.com"),
                "203.0." + number % 250 + "." + number / 250));
        flood.people(PEOPLE, DAY.multipliedBy(10));

        var report = flood.run("one victim on 200 lists", DAY.multipliedBy(10).plusHours(2));

        assertHeld(report);
        assertEquals(3, report.mailsToStrangers());
    }

    private static void assertHeld(Flood.Report report) {
        assertTrue(report.mostToOnePerson() <= 3, report.toString());
        assertEquals(PEOPLE, report.joined(), report.toString());
        assertTrue(report.longestWait().compareTo(AnswerSignUps.PATIENCE.plus(Flood.ROUND)) <= 0, report.toString());
        assertEquals(0, report.left(), report.toString());
    }

    private static String hex(RandomGenerator random, int bits) {
        return Integer.toHexString(random.nextInt(1 << bits));
    }
}
