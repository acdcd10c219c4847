package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody tries in the rooms who means no good. */
final class RoomsAttackIT {

    private static final String UNDO = "/rooms/news/undo";
    private static final String SETTINGS = "/rooms/news/settings";

    private TestClubpost clubpost;
    private RoomsVisitor operator;

    @BeforeEach
    void start(@TempDir Path data) throws StartFailure {
        clubpost = TestClubpost.start(data);
        operator = RoomsVisitor.operator(clubpost.running());
    }

    @AfterEach
    void stop() {
        clubpost.close();
    }

    @Test
    void undoLeadsNowhereButIntoTheList() {
        operator.fill(SETTINGS, SETTINGS, Map.of("wish", "close-sign-up"));
        var mark = RoomsVisitor.mark(operator.get("/rooms/news/log").body(), UNDO);

        for (var back : List.of("https://evil.example/", "//evil.example/", "/rooms/news/../../evil",
                "/rooms/news/\r\nSet-Cookie: a=b", "/rooms/news/\\evil", "/rooms/news/\u20ac", "/rooms/newsletter/")) {
            assertEquals("/rooms/news/", undone(mark, back), back);
        }
        assertEquals("/rooms/news/log", undone(mark, "/rooms/news/log?what=list&who=owner%20a%40b.example"));
    }

    private String undone(String mark, String back) {
        return operator.send(UNDO, Map.of("mark", mark, "entry", "f".repeat(20), "back", back)).uri().getPath();
    }

    /** What a mail system sends back quotes the mail that came back, and names the member. */
    @Test
    void mailToTheDomainAndWhatComesBackAreShownToNobody() {
        clubpost.send("ca@authority.example", "postmaster@lists.example.org", """
                From: ca@authority.example
                To: postmaster@lists.example.org
                Subject: Approve it

                CODE
                """.replace("\n", "\r\n"));
        clubpost.send("", "news-bounces@lists.example.org", """
                From: mailer-daemon@elsewhere.example
                To: news-bounces@lists.example.org
                Subject: Returned
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822

                Subject: Approve it

                CODE
                --b--
                """.replace("\n", "\r\n"));
        TestClubpost.waitUntil("both to be dropped", () -> dropped().size() == 2);

        var all = operator.get("/rooms/news/posts").body() + operator.get("/rooms/news/").body();
        assertFalse(all.contains("Approve it") || all.contains("authority"), all);
        for (var post : dropped()) {
            var page = operator.get("/rooms/news/posts/" + post.id().value());
            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains("Approve it") || page.body().contains("/file"), page.body());
            assertEquals(404, operator.get("/rooms/news/posts/" + post.id().value() + "/file?n=0").statusCode());
        }
    }

    private List<Post> dropped() {
        try (var all = clubpost.database().posts().of(new ListId("news"))) {
            return all.filter(post -> post.state() instanceof PostState.Discarded).toList();
        }
    }

    @Test
    void formOfAnotherRoomOrSiteDoesNothing() {
        var mark = RoomsVisitor.mark(operator.get(SETTINGS).body(), SETTINGS);
        var wish = Map.of("wish", "close-sign-up", "mark", mark);

        assertEquals(400, operator.send(SETTINGS, Map.of("wish", "close-sign-up")).statusCode());
        assertEquals(400, operator.send("/rooms/news/people", Map.of("wish", "invite", "mark", mark)).statusCode());
        assertEquals("/rooms/sign-in", new RoomsVisitor(clubpost.running()).send(SETTINGS, wish).uri().getPath());
        assertEquals(400, operator.from("cross-site").send(SETTINGS, wish).statusCode());
        assertEquals(400, operator.from("same-site").send(SETTINGS, wish).statusCode());
    }
}
