package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Membership;
import org.clubpost.local.LocalData;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service, and others who write on its data at the same time. */
final class ManyWritersIT {

    private static final int COMMANDS = 10;
    private static final int EACH = 50;
    private static final int IMPORTED = 50_000;
    private static final ListId NEWS = new ListId("news");
    private static final ListId VISITED = new ListId("visited");
    /** No transaction of an import holds the lock for longer than a quarter of it; the rest is a busy machine. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    @Test
    void tenCommandsAndAServiceLoseNothing(@TempDir Path data) throws Exception {
        try (var clubpost = TestClubpost.start(data); var threads = Executors.newFixedThreadPool(COMMANDS)) {
            var commands = new ArrayList<Callable<Void>>();
            for (var i = 0; i < COMMANDS; i++) {
                var command = i;
                commands.add(() -> {
                    for (var each = 0; each < EACH; each += 10) {
                        bringIn(data, "c" + command + "n" + each + "-", 10);
                    }
                    return null;
                });
            }
            var done = commands.stream().map(threads::submit).toList();
            for (var i = 0; i < 5; i++) {
                assertEquals(200, signUp(clubpost, "visitor" + i));
            }
            for (Future<Void> each : done) {
                each.get();
            }

            assertEquals(COMMANDS * EACH, clubpost.database().lists().confirmedMembers(NEWS));
            assertEquals(List.of(), Aftermath.faults(clubpost.data().layout()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void signUpsDoNotWaitForALargeImport(boolean inAnotherProcess, @TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        try (var clubpost = TestClubpost.start(data); var threads = Executors.newSingleThreadExecutor()) {
            signUp(clubpost, "warm");
            var began = System.nanoTime();
            var done = threads.submit(() -> {
                if (inAnotherProcess) {
                    try (var process = Watched.start("import", data, folder.resolve("said"),
                            Map.of("IMPORTED", Integer.toString(IMPORTED)))) {
                        assertEquals(0, process.end(), process::said);
                    }
                } else {
                    new Membership(clubpost.database().subscribers(),
                            new SubscriberIds(clubpost.data().secrets().installation()))
                            .add(clubpost.database().lists().find(NEWS).orElseThrow(),
                                    CrashProcess.newcomers(IMPORTED), "for the test", Instant.now());
                }
                return true;
            });
            var longest = 0L;
            var asked = 0;
            while (!done.isDone()) {
                var before = System.nanoTime();
                clubpost.database().subscribers()
                        .create(SampleSubscribers.aPending(VISITED, "visitor" + asked + "@club.example"));
                longest = Math.max(longest, System.nanoTime() - before);
                asked++;
            }
            done.get();
            System.out.printf("import of %d in %s process: %d ms, writes beside it %d, the longest %d ms%n", IMPORTED,
                    inAnotherProcess ? "another" : "the same", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                    asked, TimeUnit.NANOSECONDS.toMillis(longest));

            assertTrue(longest < LONGEST_WAIT.toNanos(), "a write waited for " + Duration.ofNanos(longest));
            assertEquals(IMPORTED, clubpost.database().lists().confirmedMembers(NEWS));
        }
    }

    private static int signUp(TestClubpost clubpost, String name) {
        return clubpost.post("/subscribe", Map.of("list", "news", "email", name + "@club.example")).statusCode();
    }

    private static void bringIn(Path data, String prefix, int count) throws Exception {
        try (var open = LocalData.open(data)) {
            var newcomers = IntStream.range(0, count)
                    .mapToObj(i -> new Membership.Newcomer(EmailAddress.of(prefix + i + "@club.example"),
                            PersonName.NONE))
                    .toList();
            new Membership(open.database().subscribers(), new SubscriberIds(open.secrets().installation()))
                    .add(open.database().lists().find(NEWS).orElseThrow(), newcomers, "for the test", Instant.now());
        }
    }
}
