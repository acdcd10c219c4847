package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function of the rooms, from its artifact: an owner signs in by mail, and runs a list. */
class AdminOnLambdaIT {

    private static final String OWNER = "owner@club.example";

    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private MailingList news;

    @BeforeEach
    void open() {
        cloud = new Cloud();
        news = cloud.create(SampleLists.aList());
        cloud.join(news, "anna@club.example");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private RunningFunction start(String name) {
        return RunningFunction.start(name, folder, cloud);
    }

    /** As whoever asked, with the mail that another function sends. */
    private RoomsOnLambda signedIn(RunningFunction admin) {
        var owner = new RoomsOnLambda(admin);
        try (var answers = start("AnswerFunction")) {
            assertEquals(303, owner.send("/rooms/sign-in", Map.of("email", OWNER, "to", "/rooms")).status(),
                    () -> String.join("\n", admin.log()));
            answers.answer(Events.asked());
            var token = cloud.token(OWNER, "/rooms/sign-in");

            var here = owner.get("/rooms/sign-in?token=" + token);
            var elsewhere = new RoomsOnLambda(admin).get("/rooms/sign-in?token=" + token);
            var in = owner.send("/rooms/sign-in", Map.of("token", token));
            var again = new RoomsOnLambda(admin).send("/rooms/sign-in", Map.of("token", token));

            assertTrue(here.body().contains("<form"), here.body());
            assertFalse(elsewhere.body().contains("<form"), elsewhere.body());
            assertEquals("/rooms", in.location(), in.body());
            assertEquals(404, again.status());
            assertTrue(answers.log().stream().noneMatch(line -> line.contains("club.example")));
        }
        return owner;
    }

    @Test
    void ownerSignsInByMailAndLooksAround() {
        try (var admin = start("AdminFunction")) {
            var stranger = new RoomsOnLambda(admin).get("/rooms/news/members");
            assertTrue(stranger.body().contains("name=\"email\""), stranger.body());
            var owner = signedIn(admin);

            assertTrue(owner.get("/rooms").body().contains("/rooms/news/"), () -> String.join("\n", admin.log()));
            for (var room : List.of("", "members", "import", "waiting", "posts", "write", "settings",
                    "settings/sign-up", "settings/layout", "people", "figures", "log", "log/csv")) {
                assertEquals(200, owner.get("/rooms/news/" + room).status(), room);
            }
            assertEquals(200, owner.get("/rooms/me").status());
            assertEquals(404, owner.get("/rooms/other/").status());
            var members = owner.get("/rooms/news/members").body();
            assertTrue(members.contains("anna@club.example"), members);
            var anna = RoomsOnLambda.value(members, "\"(/rooms/news/members/[0-9a-f]{32})\"");
            assertTrue(owner.get(anna).body().contains("anna@club.example"));

            owner.fill(anna, Map.of("do", "name", "name", "Anna Neu"));
            assertEquals("Anna Neu", ((Subscriber.Confirmed) cloud.find(news, "anna@club.example").orElseThrow())
                    .person().name().text());
            assertTrue(admin.log().stream().anyMatch(line -> line.contains("\"outcome\":\"primed\",\"status\":200")),
                    () -> String.join("\n", admin.log()));
            assertTrue(admin.log().stream().noneMatch(line -> line.contains("club.example") || line.contains("Anna")),
                    () -> String.join("\n", admin.log()));
        }
    }

    @Test
    void heldMailIsReadAndSentOnce() {
        cloud.store("inbound/news/a-mail", InboundMail.from("sam@stranger.example"));
        try (var admin = start("AdminFunction"); var receive = start("ReceiveFunction")) {
            receive.answer(Events.stored("inbound/news/a-mail"));
            var post = cloud.onlyPost(news);
            assertInstanceOf(PostState.Held.class, post.state(), () -> String.join("\n", receive.log()));
            var owner = signedIn(admin);
            var path = "/rooms/news/waiting/" + post.id().value();

            assertTrue(owner.get("/rooms/news/waiting").body().contains(path));
            assertTrue(owner.get(path).body().contains("Hello!"));
            var decided = owner.fill(path, Map.of("do", "send"));
            var ranges = cloud.queued();

            assertEquals(303, decided.status(), () -> String.join("\n", admin.log()));
            assertInstanceOf(PostState.Sending.class, cloud.onlyPost(news).state());
            assertFalse(ranges.isEmpty());
            try (var deliver = start("DeliverFunction")) {
                deliver.answer(Events.queued(ranges));
                assertTrue(cloud.mailsTo("anna@club.example").getFirst().contains("Hello!"),
                        () -> String.join("\n", deliver.log()));
            }
            assertTrue(owner.get(path).body().contains("/rooms/news/posts/" + post.id().value()));
        }
    }

    @Test
    void fileIsLookedAtImportedAndTakenBack() {
        try (var admin = start("AdminFunction")) {
            var owner = signedIn(admin);
            var path = "/rooms/news/import";

            var looked = owner.upload(path, "file", "class.csv",
                    "Name,E-Mail\nBen,ben@school.example\nCara,cara@school.example\nAnna,anna@club.example\n",
                    Map.of());
            assertTrue(looked.body().contains("ben@school.example"), looked.body());
            assertEquals(1, cloud.table().lists().confirmedMembers(news.id()));
            var begun = owner.send(path, Map.of("do", "begin", "mark", RoomsOnLambda.mark(looked.body(), path), "name",
                    RoomsOnLambda.value(looked.body(), "name=\"name\" value=\"([^\"]+)\""), "data",
                    RoomsOnLambda.value(looked.body(), "name=\"data\" value=\"([^\"]+)\""), "reason",
                    "parents, on paper"));
            assertTrue(begun.status() < 400, () -> begun.body() + String.join("\n", admin.log()));
            assertEquals(3, cloud.table().lists().confirmedMembers(news.id()));

            var log = owner.get("/rooms/news/log").body();
            var entry = RoomsOnLambda.value(log, "name=\"entry\" value=\"([^\"]+)\"");
            owner.send("/rooms/news/undo", Map.of("entry", entry, "mark",
                    RoomsOnLambda.mark(log, "/rooms/news/undo"), "back", "/rooms/news/log"));
            assertEquals(1, cloud.table().lists().confirmedMembers(news.id()), () -> String.join("\n", admin.log()));
            assertTrue(admin.log().stream().noneMatch(line -> line.contains("school.example")));
        }
    }
}
