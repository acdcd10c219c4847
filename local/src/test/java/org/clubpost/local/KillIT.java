package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Membership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed in the middle of a post. What holds: no member is skipped, and no more than {@link
 * LocalService#WORKERS} times {@link LocalSettings#USUAL_WINDOW} members get the post twice.
 */
final class KillIT {

    private static final int MEMBERS = 1000;

    @Test
    void everyMemberHasThePostAndAtMostAHandfulTwice(@TempDir Path data) throws Exception {
        List<String> members = IntStream.range(0, MEMBERS).mapToObj(i -> "member" + i + "@club.example").toList();
        var process = startProcess(data);
        var running = RunningService.find(data).orElseThrow();
        bringIn(members, data);

        var answer = SmtpDialogue.submit(running.smtpPort(), "owner@example.org", "news@lists.example.org",
                "From: owner@example.org\r\nTo: news@lists.example.org\r\nSubject: Survivor\r\n\r\nHello.\r\n");
        TestClubpost.waitUntil("the first copies", () -> newest(running) >= MEMBERS / 10);
        process.destroyForcibly().waitFor();

        try (var restarted = TestClubpost.start(data)) {
            var before = copies(restarted).count();
            TestClubpost.waitUntil("everybody's copy", () -> recipients(restarted).size() == MEMBERS);
            TestClubpost.waitUntil("the post's end", () -> isDone(restarted));
            var copies = copies(restarted).map(mail -> mail.get("to").asText())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            var twice = copies.values().stream().filter(count -> count > 1).count();

            assertEquals("250", answer.substring(0, 3));
            assertTrue(before < MEMBERS, "the kill came too late to show anything");
            assertEquals(Set.copyOf(members), copies.keySet());
            assertTrue(copies.values().stream().allMatch(count -> count <= 2), "somebody got three");
            assertTrue(twice <= (long) LocalService.WORKERS * LocalSettings.USUAL_WINDOW, twice + " got it twice");
        }
    }

    /** The service in a process of its own, on this test's class path. */
    private static Process startProcess(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                ServiceProcess.class.getName(), data.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        TestClubpost.waitUntil("the process", () -> RunningService.find(data).isPresent());
        return process;
    }

    private static void bringIn(List<String> members, Path data) throws UnusableData {
        try (var open = LocalData.open(data)) {
            var list = open.database().lists().find(new ListId("news")).orElseThrow();
            new Membership(open.database().subscribers(), new SubscriberIds(open.secrets().installation())).add(list,
                    members.stream().map(each -> new Membership.Newcomer(EmailAddress.of(each), PersonName.NONE))
                            .toList(),
                    "for the test", Instant.now());
        }
    }

    /** The number of the newest mail in the mailbox; 0 when there is none. */
    private static int newest(RunningService running) {
        try (var http = HttpClient.newHttpClient()) {
            var page = http.send(newestMail(running), BodyHandlers.ofString()).body();
            return page.equals("[]") ? 0 : Integer.parseInt(page.replaceAll("(?s).*?\"id\":\"(\\d+)\".*", "$1"));
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static HttpRequest newestMail(RunningService running) {
        return TestClubpost.request(running, "/mailbox/api/messages?limit=1").build();
    }

    /** The copies of the post, without the report about it. */
    private static Stream<JsonNode> copies(TestClubpost clubpost) {
        return clubpost.mails().stream().filter(mail -> mail.get("subject").asText().equals("[news] Survivor"));
    }

    private static Set<String> recipients(TestClubpost clubpost) {
        return copies(clubpost).map(mail -> mail.get("to").asText()).collect(Collectors.toSet());
    }

    private static boolean isDone(TestClubpost clubpost) {
        try (var posts = clubpost.database().posts().of(new ListId("news"))) {
            return posts.allMatch(post -> post.state() instanceof PostState.Done);
        }
    }

    /** What the process runs. */
    static final class ServiceProcess {

        private ServiceProcess() {}

        public static void main(String[] arguments) throws Exception {
            LocalService.start(TestClubpost.settings(Path.of(arguments[0])));
            Thread.currentThread().join();
        }
    }
}
