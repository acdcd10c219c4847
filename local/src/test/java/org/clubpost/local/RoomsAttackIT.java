package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
