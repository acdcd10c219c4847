package org.clubpost.function.admin.posts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.function.admin.frame.Paging;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.Headlines;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms/LIST/posts}: the posts, newest first, each with what became of it.
 *
 * @param posts the posts
 * @param ranges how far they have come
 */
public record PostsRoom(Posts posts, Ranges ranges) implements Room {

    private static final String PAGE = "page";
    private static final KnownFields FIELDS = new KnownFields(Map.of(PAGE, 3), true);
    private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{0,2}");
    private static final int SHOWN = 25;
    /** Of so many is shown how far they have come, which is a read each. More than one at a time is rare. */
    private static final int MOST_MEASURED = 1;

    @Override
    public RoomPath path() {
        return RoomPath.ofList("posts");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.STEER_POSTS);
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("posts.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = visit.words();
        var page = DIGITS.matcher(visit.text(PAGE)).matches() ? Integer.parseInt(visit.text(PAGE)) : 1;
        var found = read(visit, (page - 1) * SHOWN);
        var shown = found.stream().limit(SHOWN).toList();
        var measured = shown.stream().filter(post -> Standing.isOnItsWay(post.state())).map(Post::id)
                .limit(MOST_MEASURED).collect(Collectors.toUnmodifiableSet());
        var model = new HashMap<String, Object>();
        model.put("none", shown.isEmpty());
        model.put("rows", shown.stream().map(post -> row(visit, post, measured)).toList());
        model.put("paging", page == 1 && found.size() <= SHOWN ? List.of() : paging(visit, page, found.size()));
        return RoomAnswer.page(this, "posts", words.text("posts.title"), model);
    }

    private List<Post> read(RoomVisit visit, int from) {
        try (var all = posts.of(visit.list().id())) {
            return all.skip(from).limit(SHOWN + 1L).toList();
        }
    }

    private static List<Map<String, Object>> paging(RoomVisit visit, int page, int found) {
        return Paging.shown(visit.words().text("posts.page", Map.of("page", page)),
                page == 1 ? "" : visit.path(Map.of(PAGE, page == 2 ? "" : Integer.toString(page - 1))),
                found > SHOWN ? visit.path(Map.of(PAGE, Integer.toString(page + 1))) : "");
    }

    private Map<String, Object> row(RoomVisit visit, Post post, Set<PostId> measured) {
        var words = visit.words();
        var isWaiting = post.state() instanceof PostState.Held held
                && held.isFor(PostState.Held.Decider.OWNERS, visit.now());
        var id = post.id().value();
        return Map.of("href", isWaiting ? visit.room("waiting", id) : visit.room("posts", id), "subject",
                Headlines.subject(words, post), "author", Headlines.author(words, post), "day",
                words.time(post.id().storedAt(), visit.zone()), "state", Standing.word(words, post.state()), "said",
                said(words, post, measured));
    }

    private String said(Words words, Post post, Set<PostId> measured) {
        if (measured.contains(post.id())) {
            return Standing.progress(words, DeliveryProgress.of(ranges.of(post.id())));
        }
        return switch (post.state()) {
            case PostState.Done done -> Standing.tally(words, done.tally());
            case PostState.Cancelled cancelled -> Standing.tally(words, cancelled.tally());
            case PostState.Held held -> words.reason(held.reason());
            case PostState.Rejected(var reason) -> words.reason(reason);
            case PostState.Discarded(var reason) -> words.reason(reason);
            case PostState.Received _,PostState.Waiting _,PostState.Sending _ -> "";
            case PostState.Paused _,PostState.Parked _,PostState.Resumed _ -> "";
        };
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.goTo(visit.path());
    }
}
