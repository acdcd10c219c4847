package org.clubpost.local.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.StartFailure;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the time of the form's answer tells who is a member. A whole service on this machine is asked about addresses
 * of each state, mixed, over HTTP: each of them five times, of which the first and the fifth are looked at. In a build
 * it is a small round with a wide bound; docs/performance.md says how to do the large one, and what it said.
 */
final class SignUpTimesIT {

    private static final int OF_EACH_STATE = Integer.getInteger("clubpost.times", 60);
    private static final int ROUNDS = Integer.getInteger("clubpost.rounds", 1);
    private static final int REQUESTS = 5;
    /** So many that no list gets more in an hour than it takes. */
    private static final int LISTS = 1 + OF_EACH_STATE * ROUNDS * REQUESTS * State.values().length / 4_000;
    private static final double WITHIN = 0.05;
    /** In a small round chance alone goes further than the bound, so what chance can do is added to it. */
    private static final double BY_CHANCE = 4;

    private enum State {
        UNKNOWN, PENDING, CONFIRMED, LEFT, SUPPRESSED
    }

    private record Target(State state, ListId list, String address, boolean isProgram) {}

    private final Random random = new Random(11);
    private final Map<State, List<Long>> first = new EnumMap<>(State.class);
    private final Map<State, List<Long>> fifth = new EnumMap<>(State.class);
    private final Set<String> answers = new HashSet<>();

    @Test
    void timeOfTheAnswerTellsNothing(@TempDir Path data) throws StartFailure, IOException {
        try (var clubpost = TestClubpost.start(data); var prober = new Prober(clubpost.running().pages().getPort())) {
            for (var list = 0; list < LISTS; list++) {
                var made = MailingList.create(new ListId("list-" + list), TestClubpost.DOMAIN, "News",
                        List.of(EmailAddress.of("owner@example.org")));
                clubpost.database().lists().create(made.with(made.signUp().withCap(100_000)));
            }
            ask(prober, targets(clubpost, "warm", 20));
            first.clear();
            fifth.clear();
            for (var round = 0; round < ROUNDS; round++) {
                ask(prober, targets(clubpost, "round" + round, OF_EACH_STATE));
            }
        }
        assertEquals(2, answers.size(), () -> "one for the form and one for programs: " + answers);
        assertTellsNothing("first request", first);
        assertTellsNothing("fifth request", fifth);
    }

    private List<Target> targets(TestClubpost clubpost, String name, int ofEach) {
        var ids = new SubscriberIds(clubpost.data().secrets().installation());
        var all = new ArrayList<Target>();
        for (var state : State.values()) {
            for (var number = 0; number < ofEach; number++) {
                var address = EmailAddress
                        .of(name + "-" + state.name().toLowerCase(Locale.ROOT) + number + "@club.example");
                var list = new ListId("list-" + number % LISTS);
                store(clubpost, state, list, new Person(ids.of(address), address, PersonName.NONE, Locale.ENGLISH));
                all.add(new Target(state, list, address.written(), number % 2 == 0));
            }
        }
        return all;
    }

    private static void store(TestClubpost clubpost, State state, ListId list, Person person) {
        var now = Instant.now();
        var consent = new Consent.OwnersWord(now, "for the test");
        var subscribers = clubpost.database().subscribers();
        switch (state) {
            case UNKNOWN -> {
                // Nothing is known.
            }
            case PENDING -> subscribers.create(new Subscriber.Pending(list, person, List.of(TokenDigest.of("x")),
                    "/subscribe", "ab".repeat(32), new Origin(now, "192.0.2.1", ""), now.plus(Duration.ofDays(1))));
            case CONFIRMED -> subscribers.create(new Subscriber.Confirmed(list, person, consent, now, true));
            case LEFT -> subscribers.create(new Subscriber.Left(list, person, consent, now, LeaveWay.ONE_CLICK));
            case SUPPRESSED -> subscribers.create(Subscriber.Suppressed.of(
                    new Subscriber.Confirmed(list, person, consent, now, true), now, new Stopped.Complaint()));
        }
    }

    private void ask(Prober prober, List<Target> targets) throws IOException {
        for (var request = 1; request <= REQUESTS; request++) {
            Collections.shuffle(targets, random);
            for (var target : targets) {
                var answer = prober.ask(target.list().value(), target.address(), target.isProgram());
                answers.add(answer.text());
                if (request == 1) {
                    first.computeIfAbsent(target.state(), _ -> new ArrayList<>()).add(answer.nanos());
                }
                if (request == REQUESTS) {
                    fifth.computeIfAbsent(target.state(), _ -> new ArrayList<>()).add(answer.nanos());
                }
            }
        }
    }

    private static long[] times(Map<State, List<Long>> all, State state) {
        return all.getOrDefault(state, List.of()).stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void assertTellsNothing(String what, Map<State, List<Long>> all) {
        System.out.printf(Locale.ROOT, "%s, medians in ms:%n", what);
        for (var state : State.values()) {
            var times = times(all, state);
            System.out.printf(Locale.ROOT, "| %s | %d | %.2f |%n", state.name().toLowerCase(Locale.ROOT), times.length,
                    times[times.length / 2] / 1e6);
        }
        var others = new ArrayList<>(Arrays.asList(State.values()));
        for (var one : State.values()) {
            others.removeFirst();
            for (var other : others) {
                var auc = Auc.of(times(all, one), times(all, other));
                System.out.printf(Locale.ROOT, "| %s, %s | %.3f | %.3f to %.3f |%n",
                        one.name().toLowerCase(Locale.ROOT), other.name().toLowerCase(Locale.ROOT), auc.area(),
                        auc.low(), auc.high());
                var isLarge = times(all, one).length >= 3_000;
                assertTrue(isLarge
                        ? auc.low() >= 0.5 - WITHIN && auc.high() <= 0.5 + WITHIN
                        : Math.abs(auc.area() - 0.5) <= WITHIN + BY_CHANCE * auc.error(),
                        () -> what + ": " + one + " and " + other + " can be told apart: " + auc);
            }
        }
    }
}
