package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.Test;

/** Posts that programs write, steer, decide about. */
interface PostsInApi extends ApiWorld {

    @Test
    default void postIsWrittenAndGoesOut() {
        var email = fresh();
        added(email);
        var subject = "Rehearsal " + UUID.randomUUID();

        var taken = program().post("/lists/news/posts",
                "{\"subject\":\"" + subject + "\",\"text\":\"**Tonight** at eight\",\"format\":\"markdown\"}");

        assertEquals(202, taken.status());
        var done = program().get(post(subject, "done").at("/href").asText());
        assertTrue(done.json().at("/sent").asInt() > 0, done.http().body());
        assertTrue(clubpost().mailTo(email, subject).contains("<strong>Tonight</strong>"));
        assertEquals(200, program().get(done.text("/href") + "/failures").status());
        for (var wish : List.of("pause", "resume", "cancel", "retry")) {
            var refused = program().post(done.text("/href") + "/" + wish, "");
            assertEquals(409, refused.status());
            assertTrue(refused.text("/detail").contains("done"));
        }
    }

    @Test
    default void postWaitsAndIsCancelledOrSentNow() {
        for (var wish : List.of("cancel", "resume")) {
            var subject = wish + " " + UUID.randomUUID();
            assertEquals(202, program().post("/lists/news/posts", "{\"subject\":\"" + subject
                    + "\",\"text\":\"" + subject + "\",\"sendAt\":\"" + Instant.now().plusSeconds(86_400) + "\"}")
                    .status());
            var waiting = post(subject, "waiting");
            assertEquals("send-at", waiting.at("/waitsFor").asText());

            assertEquals(200, program().post(waiting.at("/href").asText() + "/" + wish, "").status());

            post(subject, wish.equals("cancel") ? "cancelled" : "done");
        }
    }

    @Test
    default void whoDidNotGetAPostIsNamedOnlyToWhoMaySeeMembers() {
        var lost = "lost" + number() + "@refused.invalid";
        added(lost);
        var subject = "Lost " + UUID.randomUUID();
        program().post("/lists/news/posts", "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}");
        var done = post(subject, "done");
        var path = done.at("/href").asText();

        var named = program().get(path + "/failures?limit=1");
        assertEquals(lost, named.text("/items/0/email"), named.http().body());
        for (var less : List.of(ofModerator(), program(keys(OWNER).key("posts:read")))) {
            var unnamed = less.get(path + "/failures");
            assertEquals(200, unnamed.status());
            assertFalse(unnamed.http().body().contains("refused.invalid"), unnamed.http().body());
            assertTrue(unnamed.json().at("/items/0/member").isMissingNode());
        }
        assertEquals(200, program().post(path + "/retry", "").status());
        post(subject, "done");
    }

    @Test
    default void postOnItsWayIsPaused() {
        var post = sending();

        assertEquals("paused", program().post(post + "/pause", "").text("/outcome"));
        assertEquals(0, program().get(post).json().at("/percent").asInt());
    }

    /** The path of a post that is on its way, and that no service takes up. */
    private String sending() {
        var key = MailKey.inbound(NEWS, "stuck-" + number());
        var id = PostId.of(Instant.now(), key);
        assertTrue(clubpost().database().posts().create(Post.unread(id, NEWS, key)
                .with(new PostState.Sending(id.preparedMail(), 1, Instant.now()))));
        return "/lists/news/posts/" + id;
    }

    @Test
    default void postsComeInPages() {
        for (var i = 0; i < 3; i++) {
            sending();
        }
        var first = program().get("/lists/news/posts?limit=2");
        var second = program().get(first.text("/next"));

        assertEquals(ids(program().get("/lists/news/posts?limit=100")).subList(0, 3),
                Stream.concat(ids(first).stream(), ids(second).stream()).limit(3).toList());
    }

    @Test
    default void postThatCannotBeWrittenIsRefused() {
        for (var wrong : Map.of("subject", "{\"subject\":\" \",\"text\":\"x\"}", "text",
                "{\"subject\":\"s\",\"text\":\"\"}", "format", "{\"subject\":\"s\",\"text\":\"x\",\"format\":\"html\"}",
                "group", "{\"subject\":\"s\",\"text\":\"x\",\"group\":\"nobody\"}", "sendAt",
                "{\"subject\":\"s\",\"text\":\"x\",\"sendAt\":\"2001-01-01T00:00:00Z\"}").entrySet()) {
            var refused = program().post("/lists/news/posts", wrong.getValue());
            assertEquals(422, refused.status());
            assertEquals(wrong.getKey(), refused.text("/errors/0/field"));
        }
    }

    @Test
    default void postHasItsFiles() {
        var subject = "Files " + UUID.randomUUID();
        var email = fresh();
        added(email);
        var octets = new byte[1_000_000];
        new Random(1).nextBytes(octets);

        var written = program().post("/lists/news/posts", "{\"subject\":\"" + subject + "\",\"text\":\"See it.\","
                + "\"files\":[{\"name\":\"../Übung.pdf\",\"content\":\"" + Base64.getEncoder().encodeToString(octets)
                + "\"},{\"name\":\"b.txt\",\"content\":\"\"}]}");

        assertEquals(202, written.status(), written.http().body());
        post(subject, "done");
        var mail = clubpost().mailTo(email, subject);
        assertTrue(mail.contains("b.txt"), mail.substring(0, 3000));
        assertTrue(mail.replaceAll("\\s", "").contains(Base64.getEncoder().encodeToString(Arrays.copyOf(octets, 999))));
    }

    @Test
    default void filesThatAreNoneAreNamedAndNothingIsSent() {
        var refused = program().post("/lists/news/posts", "{\"subject\":\"s\",\"text\":\"t\",\"files\":["
                + "{\"name\":\"a\",\"content\":\"%%\"},{\"name\":\"b\",\"content\":\"YQ==\"}]}");
        assertEquals(List.of("#/files/0"), refused.json().at("/errors").findValuesAsText("pointer"));

        for (var file : List.of("1", "{}", "{\"name\":\"a\"}", "{\"name\":1,\"content\":\"\"}",
                "{\"name\":\"a\",\"content\":\"\",\"more\":\"\"}")) {
            assertEquals(List.of("#/files/1"), program().post("/lists/news/posts", "{\"subject\":\"s\",\"text\":\"t\","
                    + "\"files\":[{\"name\":\"a\",\"content\":\"\"}," + file + "]}").json().at("/errors")
                    .findValuesAsText("pointer"), file);
        }
        assertEquals(422, program().post("/lists/news/posts", "{\"subject\":\"s\",\"text\":\"t\",\"files\":["
                + "{\"name\":\"a\",\"content\":\"\"},".repeat(20) + "{\"name\":\"a\",\"content\":\"\"}]}").status());
    }

    @Test
    default void mailThatIsLargerThanTheListTakesIsRefused() {
        program().patch("/lists/second/settings", "{\"max-size\":\"100K\"}");

        var refused = program().post("/lists/second/posts", "{\"subject\":\"s\",\"text\":\"t\",\"files\":["
                + "{\"name\":\"a\",\"content\":\"" + "QUFB".repeat(40_000) + "\"}]}");

        assertEquals(413, refused.status());
        assertTrue(refused.text("/detail").contains("this list takes"), refused.http().body());
    }

    @Test
    default void timeThatNoMailCanHaveIsRefused() {
        for (var time : List.of("+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
            var refused = program().post("/lists/news/posts",
                    "{\"subject\":\"s\",\"text\":\"x\",\"sendAt\":\"" + time + "\"}");
            assertEquals(422, refused.status());
            assertEquals("sendAt", refused.text("/errors/0/field"));
        }
        assertEquals(200, program().get("/lists/news/log?before=%2B999999999-12-31T23:59:59Z").status());
        assertEquals(200, program().get("/lists/news/log?before=-999999999-01-01T00:00:00Z").status());
    }

    @Test
    default void keyForSettingsAppointsNobody() {
        for (var role : List.of("owners", "moderators")) {
            var refused = program().patch("/lists/second/settings", "{\"" + role + "\":\"eve@evil.example\"}");

            assertEquals(422, refused.status());
            assertEquals(role, refused.text("/errors/0/field"));
        }
        assertEquals(OWNER, program().get("/lists/second/settings").text("/owners"));
        assertEquals(200, program().patch("/lists/second/settings", "{\"owners\":\"" + OWNER + "\"}").status());
    }

    @Test
    default void subjectBringsNoOtherField() {
        var subject = "Split " + UUID.randomUUID();
        var email = fresh();
        added(email);

        program().post("/lists/news/posts",
                "{\"subject\":\"" + subject + "\\r\\nX-Evil: yes\",\"authorName\":\"O\\nBcc: eve@evil.example\","
                        + "\"text\":\"" + subject + "\"}");

        var mail = clubpost().mailTo(email, subject);
        assertFalse(mail.contains("\r\nX-Evil:"), mail);
        assertFalse(mail.contains("\r\nBcc:"), mail);
    }

    @Test
    default void postOfAnotherListIsNotFound() {
        var path = sending().replace("news", "second");

        assertEquals(404, program().get(path).status());
        assertEquals(404, program().post(path + "/pause", "").status());
    }

    private String held(String subject) {
        clubpost().send("sam@stranger.example", "news@" + TestClubpost.DOMAIN,
                "From: Sam <sam@stranger.example>\r\nTo: news@lists.example.org\r\nSubject: " + subject
                        + "\r\n\r\nHello from Sam, about " + subject + "\r\n");
        return "/lists/news/held/" + post(subject, "held").at("/id").asText();
    }

    @Test
    default void heldPostIsReadAndSent() {
        var subject = "Please " + UUID.randomUUID();
        var path = held(subject);
        assertTrue(
                ids(program().get("/lists/news/held?limit=100")).contains(path.substring(path.lastIndexOf('/') + 1)));
        var seen = ofModerator().get(path);
        assertEquals("proven", seen.text("/proof"));
        assertTrue(seen.text("/text").contains("Hello from Sam"));
        assertEquals("may-not-post", seen.text("/reason/code"));

        var sent = ofModerator().post(path + "/send", "");
        assertEquals("sent", sent.text("/outcome"), sent.http().body());

        post(subject, "done");
        assertEquals(404, program().get(path).status());
        for (var wish : List.of("send", "refuse", "drop")) {
            assertEquals(409, program().post(path + "/" + wish, "").status());
        }
    }

    @Test
    default void heldPostIsRefusedOrDropped() {
        var subject = "No " + UUID.randomUUID();
        assertEquals("refused", program().post(held(subject) + "/refuse", "{\"reason\":\"Try the choir.\"}")
                .text("/outcome"));
        assertTrue(clubpost().mailTo("sam@stranger.example", "").contains("Try the choir."));

        assertEquals("dropped", program().post(held("Never " + UUID.randomUUID()) + "/drop", "").text("/outcome"));
    }
}
