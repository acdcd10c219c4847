package org.clubpost.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.junit.jupiter.api.Test;

class EventTest {

    @Test
    void idIsTheSameForTheSameEventAndForNoOther() {
        var events = SampleEvents.everyKind();
        var ids = events.stream().map(Event::id).collect(Collectors.toSet());

        assertEquals(events.size(), ids.size());
        assertTrue(ids.stream().allMatch(id -> id.matches("[0-9a-f]{32}")));
        var post = SamplePosts.aPost(new ListId("news")).id();
        assertEquals(new Event.PostSent(new ListId("news"), FixedClock.START, post, new Tally(1, 0)).id(),
                new Event.PostSent(new ListId("news"), FixedClock.START, post, new Tally(1, 0)).id());
    }

    @Test
    void everyKindHasASampleAndACodeThatFindsIt() {
        var seen = SampleEvents.everyKind().stream().map(Event::kind).collect(Collectors.toSet());

        assertEquals(new HashSet<>(List.of(EventKind.values())), seen);
        assertTrue(seen.stream().allMatch(kind -> EventKind.of(kind.code()).orElseThrow() == kind));
        assertTrue(EventKind.of("member.born").isEmpty());
    }

    /** Stored and published: a change here would be one for every receiver. */
    @Test
    void codesStayAsTheyAre() {
        assertEquals(
                List.of("member.confirmed", "member.left", "member.removed", "member.suppressed",
                        "address.changed", "post.sent", "post.held"),
                List.of(EventKind.values()).stream().map(EventKind::code).toList());
        assertEquals(List.of("none", "keys", "addresses"),
                List.of(Recording.values()).stream().map(Recording::code).toList());
    }

    @Test
    void textForDebuggingNamesNoAddress() {
        assertFalse(SampleEvents.everyKind().toString().contains("brien"));
    }
}
