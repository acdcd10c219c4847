package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whom a post is for. */
final class AudienceTest {

    private static final GroupName BOARD = new GroupName("board");
    private static final GroupName JUNIORS = new GroupName("juniors");

    @Test
    void everyoneIncludesWhoIsInNoGroup() {
        assertTrue(Audience.everyone().includes(Set.of()));
        assertEquals(Audience.everyone(), Audience.of(Set.of()));
        assertEquals(Set.of(), Audience.everyone().named());
    }

    @Test
    void groupsIncludeWhoIsInOneOfThem() {
        var both = Audience.of(Set.of(BOARD, JUNIORS));

        assertTrue(both.includes(Set.of(JUNIORS)));
        assertFalse(both.includes(Set.of(new GroupName("staff"))));
        assertEquals(Set.of(BOARD, JUNIORS), both.named());
    }

    @Test
    void noGroupsAreNoAudience() {
        assertThrows(IllegalArgumentException.class, () -> new Audience.InGroups(new TreeSet<>()));
    }

    @Test
    void togetherTheyAreWhoBelongsToEither() {
        assertEquals(Audience.of(Set.of(BOARD, JUNIORS)), Audience.of(Set.of(BOARD)).and(Audience.of(Set.of(JUNIORS))));
        assertEquals(Audience.everyone(), Audience.of(Set.of(BOARD)).and(Audience.everyone()));
    }
}
