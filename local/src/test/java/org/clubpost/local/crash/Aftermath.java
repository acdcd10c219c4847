package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.DataLayout;
import org.clubpost.local.TestClubpost;
import org.clubpost.local.sqlite.Inspection;

/** Starts a service on what a kill or a power cut has left, and looks whether everything holds. */
final class Aftermath {

    private Aftermath() {}

    /** Throws an {@link AssertionError} or the exception of the start when it does not. */
    static void check(Path data, Scenario scenario, Prepared prepared, boolean answered) throws Exception {
        var log = new DataLayout(data).log();
        var before = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        try (var after = TestClubpost.start(Scenario.settings(data))) {
            scenario.check(after, prepared, answered);
            waitUntilSettled(after);
            checkDatabase(after);
            checkMails(after);
        }
        var written = Files.readString(log, StandardCharsets.ISO_8859_1);
        var since = written.substring(Math.min(before.length(), written.length()));
        assertFalse(since.contains("Exception") || since.contains("fault"), since);
    }

    /** Every mail has been taken in, and every post has been sent or waits for a person. Its report may come later. */
    static void waitUntilSettled(TestClubpost after) {
        TestClubpost.waitUntil("the mails that are owed", () -> names(after.data().layout().events()).isEmpty());
        TestClubpost.waitUntil("the posts", () -> after.database().lists().all().stream().allMatch(list -> {
            try (var posts = after.database().posts().unsettled(list.id())) {
                return posts.allMatch(
                        post -> post.state() instanceof PostState.Held || post.state() instanceof PostState.Done);
            }
        }));
    }

    /** What SQLite says is wrong with the database there. */
    static List<String> faults(DataLayout layout) throws SQLException {
        try (var inspection = Inspection.open(layout.database())) {
            return inspection.faults();
        }
    }

    private static void checkDatabase(TestClubpost after) throws Exception {
        assertEquals(List.of(), faults(after.data().layout()));
        for (var list : after.database().lists().all()) {
            try (var people = after.database().subscribers().all(list.id())) {
                assertEquals(people.filter(Subscriber.Confirmed.class::isInstance).count(),
                        after.database().lists().confirmedMembers(list.id()), "the counter of " + list.id());
            }
        }
    }

    private static void checkMails(TestClubpost after) {
        try (var keys = after.data().mails().keys("")) {
            keys.forEach(key -> assertTrue(after.data().mails().find(key).orElseThrow().content().sizeBytes() > 0,
                    "an empty mail"));
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
