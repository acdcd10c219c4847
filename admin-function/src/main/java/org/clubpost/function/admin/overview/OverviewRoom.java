package org.clubpost.function.admin.overview;

import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/}: how the list is, at a glance.
 *
 * @param posts its posts
 */
public record OverviewRoom(Posts posts) implements Room {

    private static final int NEWEST = 30;
    private static final int SHOWN = 5;

    @Override
    public RoomPath path() {
        return RoomPath.ofList();
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("overview.tab");
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var list = visit.list();
        var words = visit.words();
        var newest = posts.of(list.id()).limit(NEWEST).toList();
        var waiting = newest.stream().filter(OverviewRoom::waits).count();
        return RoomAnswer.page(this, "overview", list.profile().name(), Map.of("address", list.address().written(),
                "about", list.profile().description(), "members", words.number(visit.headed().members()),
                "signUp", words.text(list.signUp().open() ? "overview.open" : "overview.closed"), "waiting",
                waiting > 0,
                "waitingText", words.text("overview.waiting", Map.of("count", waiting)), "waitingHref",
                visit.room("waiting"), "posts", newest.stream().limit(SHOWN).map(post -> row(visit, post)).toList(),
                "noPosts", newest.isEmpty()));
    }

    private static Map<String, String> row(RoomVisit visit, Post post) {
        var words = visit.words();
        var subject = post.shownHeadline().subject();
        var id = post.id().value();
        return Map.of("href", waits(post) ? visit.room("waiting", id) : visit.room("posts", id), "subject",
                subject.isEmpty() ? words.text("post.without-subject") : subject, "state",
                words.text("post.state." + state(post.state())), "day", words.day(post.id().storedAt(), visit.zone()));
    }

    /** The name of a state in the names of texts. */
    private static String state(PostState state) {
        return switch (state) {
            case PostState.Received _ -> "received";
            case PostState.Held _ -> "held";
            case PostState.Rejected _ -> "rejected";
            case PostState.Discarded _ -> "discarded";
            case PostState.Waiting _ -> "waiting";
            case PostState.Sending _ -> "sending";
            case PostState.Resumed _ -> "resumed";
            case PostState.Paused _ -> "paused";
            case PostState.Parked _ -> "parked";
            case PostState.Cancelled _ -> "cancelled";
            case PostState.Done _ -> "done";
        };
    }

    private static boolean waits(Post post) {
        return post.state() instanceof PostState.Held held && held.decider() == PostState.Held.Decider.OWNERS;
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.goTo(visit.path());
    }
}
