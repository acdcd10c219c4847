package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.LocalService;
import org.clubpost.local.TestClubpost;

/** What is stored and what was sent, and whether that is right. */
final class Facts {

    private Facts() {}

    /** That subscriber of the first list. */
    static Optional<Subscriber> person(TestClubpost after, String address) {
        var id = new SubscriberIds(after.data().secrets().installation()).of(EmailAddress.of(address));
        return after.database().subscribers().find(Prepared.NEWS, id).map(Stored::subscriber);
    }

    /** Whether there is one; it must be whole, and must be there when its sender was told so. */
    static boolean checkPost(TestClubpost after, String list, boolean answered) {
        Aftermath.waitUntilSettled(after);
        try (var all = after.database().posts().of(new ListId(list))) {
            var posts = all.filter(post -> post.headline().subject().equals(Visitor.SUBJECT)).toList();
            assertTrue(posts.size() <= 1, "two posts of one mail");
            assertTrue(posts.size() == 1 || !answered, "a mail that was accepted is lost");
            for (var post : posts) {
                var mail = after.data().mails().find(post.mail()).orElseThrow().content().toByteArray();
                assertTrue(new String(mail, StandardCharsets.US_ASCII).endsWith(Visitor.LAST_LINE + "\r\n"),
                        "half a mail");
            }
            return !posts.isEmpty();
        }
    }

    /** Every member has a copy, and not more second copies exist than the documents say. */
    static void checkCopies(TestClubpost after, String subject) {
        TestClubpost.waitUntil("everybody's copy of " + subject,
                () -> copies(after, subject).keySet().containsAll(Prepared.MEMBERS));
        Aftermath.waitUntilSettled(after);
        var copies = copies(after, subject);
        assertTrue(copies.values().stream().allMatch(count -> count <= 2), "somebody has three copies");
        var twice = copies.values().stream().filter(count -> count == 2).count();
        assertTrue(twice <= (long) LocalService.WORKERS * Scenario.WINDOW, twice + " got it twice");
    }

    /** Whether that person was welcomed, or is to be, by a task that was recorded when they confirmed. */
    static boolean isWelcomed(TestClubpost after, Subscriber.Confirmed member) {
        return member.greeted()
                ? after.mailsTo(member.person().address().written()).stream()
                        .anyMatch(mail -> mail.get("subject").asText().startsWith("Welcome"))
                : after.database().noteTasks().due(Instant.now().plus(Duration.ofHours(1)), 100).stream()
                        .anyMatch(task -> task instanceof NoteTask.Application owed
                                && owed.subscriber().equals(member.id()));
    }

    private static Map<String, Long> copies(TestClubpost after, String subject) {
        return after.mails().stream().filter(mail -> mail.get("subject").asText().equals("[news] " + subject))
                .collect(Collectors.groupingBy(mail -> mail.get("to").asText(), Collectors.counting()));
    }
}
