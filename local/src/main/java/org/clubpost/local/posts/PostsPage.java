package org.clubpost.local.posts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.local.http.PageFiles;
import org.clubpost.local.http.PageRequest;
import org.clubpost.local.http.PageSource;
import org.clubpost.local.http.Reply;

/**
 * The newest posts of all lists, and how far each has come. The page stays as it is until somebody looks again, and
 * needs no script. It names no member.
 */
public final class PostsPage implements PageSource {

    /** How many posts are shown. */
    private static final int MOST = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final Lists lists;
    private final Posts posts;
    private final Ranges ranges;
    private final Template page;
    private final byte[] style;

    /** Shows the posts of these lists. */
    public PostsPage(Lists lists, Posts posts, Ranges ranges) {
        this.lists = lists;
        this.posts = posts;
        this.ranges = ranges;
        this.page = Mustache.compiler().compile(new String(PageFiles.read(PostsPage.class, "posts.html"), UTF_8));
        this.style = PageFiles.read(PostsPage.class, "posts.css");
    }

    @Override
    public Reply get(PageRequest request) {
        return switch (request.path()) {
            case "/posts" -> listing();
            case "/posts/style.css" -> Reply.of(200, "text/css; charset=utf-8", style);
            default -> Reply.text(404, "There is no such page.\n");
        };
    }

    private Reply listing() {
        var known = lists.all();
        var newest = newest(known);
        var names = known.stream().collect(Collectors.toMap(MailingList::id, list -> list.profile().name()));
        var values = new HashMap<String, Object>();
        values.put("posts", newest.stream().map(post -> fields(post, names)).toList());
        values.put("none", newest.isEmpty());
        return Reply.html(200, page.execute(values)).with("Content-Security-Policy", POLICY);
    }

    private List<Post> newest(List<MailingList> known) {
        var all = new ArrayList<Post>();
        for (var list : known) {
            try (var some = posts.of(list.id())) {
                some.limit(MOST).forEach(all::add);
            }
        }
        all.sort(Comparator.comparing((Post post) -> post.id().value()).reversed());
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private Map<String, Object> fields(Post post, Map<ListId, String> names) {
        var fields = new HashMap<String, Object>();
        fields.put("id", post.id().value());
        fields.put("list", names.getOrDefault(post.list(), post.list().value()));
        fields.put("subject", post.headline().subject().isEmpty() ? "(no subject)" : post.headline().subject());
        fields.put("instant", PostWords.received(post.id()).toString());
        fields.put("received", TIME.format(PostWords.received(post.id())));
        fields.put("state", PostWords.state(post.state()));
        fields.put("words", words(post.state()));
        fields.put("reason", post.state() instanceof PostState.Sending sending
                ? "since " + TIME.format(sending.since())
                : PostWords.reason(post.state(), TIME::format));
        fields.put("progress",
                isOnItsWay(post.state()) ? progress(DeliveryProgress.of(ranges.of(post.id()))) : false);
        return fields;
    }

    /** Its state as one would say it. */
    private static String words(PostState state) {
        return switch (state) {
            case PostState.Received received -> received.isSetAside() ? "Set aside" : "Just came in";
            case PostState.Held _ -> "Waits for a decision";
            case PostState.Rejected _ -> "Refused";
            case PostState.Discarded _ -> "Dropped";
            case PostState.Sending _ -> "Going out";
            case PostState.Waiting _ -> "Goes out later";
            case PostState.Paused _ -> "Paused";
            case PostState.Parked _ -> "Stuck";
            case PostState.Resumed _ -> "Goes on";
            case PostState.Cancelled _ -> "Stopped";
            case PostState.Done _ -> "Sent";
        };
    }

    private static boolean isOnItsWay(PostState state) {
        return switch (state) {
            case PostState.Sending _ -> true;
            case PostState.Paused _ -> true;
            case PostState.Parked _ -> true;
            case PostState.Resumed _ -> true;
            case PostState.Received _ -> false;
            case PostState.Held _ -> false;
            case PostState.Rejected _ -> false;
            case PostState.Discarded _ -> false;
            case PostState.Waiting _ -> false;
            case PostState.Cancelled _ -> false;
            case PostState.Done _ -> false;
        };
    }

    private static Map<String, Object> progress(DeliveryProgress progress) {
        return Map.of("percent", progress.percent(), "sent", number(progress.tally().sent()), "failed",
                number(progress.tally().failed()), "left", number(progress.left()));
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
