package org.clubpost.function.admin.posts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.SteerPosts;
import org.clubpost.core.care.Control;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.function.admin.frame.Confirmation;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.Headlines;
import org.clubpost.function.admin.mails.MailModel;
import org.clubpost.function.admin.mails.StoredPosts;
import org.clubpost.function.admin.posts.Standing.Wish;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms/LIST/posts/POST}: one post: how far it has come, who did not get it and why, what came back, and the mail
 * as it came in. It is paused here, let go on, stopped, and tried again.
 *
 * @param posts the posts and their mails
 * @param desk has one with how it goes out, and what came of it
 * @param steer changes their course
 */
public record PostRoom(StoredPosts posts, Desk desk, SteerPosts steer) implements Room {

    private static final String WISH = "do";
    private static final String SURE = "sure";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(WISH, 10, SURE, 3, MailModel.WHOLE, 3, Missed.ALL, 3), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("posts", RoomPath.ANY);
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.STEER_POSTS);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return PostId.parse(visit.piece(0)).flatMap(id -> desk.post(id, Missed.MOST))
                .filter(file -> file.post().list().equals(visit.list().id())).map(file -> shown(visit, file))
                .orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer shown(RoomVisit visit, Desk.PostFile file) {
        var post = file.post();
        var words = visit.words();
        var missed = new Missed(visit, file);
        var echo = desk.echo(post.list(), post.id(), missed.named());
        var isGoingOut = post.state().goingOut().isPresent();
        var model = new HashMap<String, Object>();
        model.putAll(mail(visit, post));
        model.put("author", Headlines.author(words, post));
        model.put("audience", Headlines.audience(words, post));
        model.put("received", words.time(post.id().storedAt(), visit.zone()));
        model.put("state", Standing.word(words, post.state()));
        model.put("sentences", Standing.sentences(visit, post.state()));
        model.put("progress", Standing.isOnItsWay(post.state()) ? List.of(progress(words, file)) : List.of());
        model.put("again", isGoingOut ? List.of(visit.path()) : List.of());
        model.put("wishes", Standing.wishes(post).stream().map(wish -> wish(words, post, wish)).toList());
        model.put("missed", missed.shown(echo.people()));
        model.put("returned", returned(words, echo.counts()));
        model.put("decide", post.state() instanceof PostState.Held held
                && held.isFor(PostState.Held.Decider.OWNERS, visit.now())
                        ? List.of(visit.room("waiting", post.id().value()))
                        : List.of());
        model.put("copy", visit.may(Permission.SEE_MEMBERS) && wasPrepared(post.state())
                ? List.of(visit.room("posts", post.id().value(), "copy"))
                : List.of());
        model.put("back", visit.room("posts"));
        return RoomAnswer.page(this, "post", Headlines.subject(words, post), model).with(HttpAnswer::withOurFrames)
                .with(answer -> isGoingOut ? answer.withOurScripts().withOurFetches() : answer);
    }

    private Map<String, Object> mail(RoomVisit visit, Post post) {
        var id = post.id().value();
        return posts.open(visit.list(), post).map(opened -> MailModel.of(visit, opened.view(),
                visit.room("posts", id, "page"), visit.room("posts", id, "file"))).orElseGet(MailModel::gone);
    }

    private static Map<String, Object> progress(Words words, Desk.PostFile file) {
        var progress = DeliveryProgress.of(file.ranges());
        return Map.of("percent", progress.percent(), "said", Standing.progress(words, progress));
    }

    private static Map<String, Object> wish(Words words, Post post, Wish wish) {
        var name = wish == Wish.RESUME && post.state() instanceof PostState.Waiting ? "now" : wish.word();
        return Map.of("wish", wish.word(), "label", words.text("posts.do." + name), "danger", wish == Wish.CANCEL);
    }

    /** What came back afterwards, as a list of sentences. */
    private static List<Map<String, Object>> returned(Words words, PostCounts counts) {
        if (counts.isNothing()) {
            return List.of();
        }
        var reasons = counts.byNumber().stream().map(each -> Map.of("count", words.number(each.getValue()), "why",
                words.text("bounce." + each.getKey().word()))).toList();
        return List.of(Map.of("reasons", reasons, "complaints", counts.complaints() == 0
                ? List.of()
                : List.of(words.text("posts.complaints", Map.of("count", counts.complaints())))));
    }

    private static boolean wasPrepared(PostState state) {
        return Standing.isOnItsWay(state) || state instanceof PostState.Done || state instanceof PostState.Cancelled
                || state instanceof PostState.Waiting;
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var post = posts.find(visit);
        var wish = Wish.parse(visit.text(WISH));
        if (post.isEmpty() || wish.isEmpty()) {
            return show(visit);
        }
        return wish.get() == Wish.CANCEL && !visit.has(SURE)
                ? asked(visit, post.get())
                : done(visit, post.get().id(), wish.get());
    }

    /** It cannot be undone. */
    private static RoomAnswer asked(RoomVisit visit, Post post) {
        var words = visit.words();
        return Confirmation.asking(visit, words.text("posts.cancel.title"))
                .saying(words.text("posts.cancel.text", Map.of("subject", Headlines.subject(words, post))))
                .sending(WISH, Wish.CANCEL.word()).sending(SURE, "yes").button(words.text("posts.do.cancel"));
    }

    private RoomAnswer done(RoomVisit visit, PostId post, Wish wish) {
        var actor = visit.actor();
        var answer = switch (wish) {
            case PAUSE -> steer.pause(actor, post);
            case RESUME -> steer.resume(actor, post);
            case CANCEL -> steer.cancel(actor, post);
            case RETRY -> steer.retry(actor, post);
        };
        var words = visit.words();
        return RoomAnswer.done(visit.path(), Notice.of(switch (answer) {
            case Answer.Allowed<Control.Outcome>(Control.Outcome.Changed _) ->
                words.text("posts.did." + wish.word());
            case Answer.Allowed<Control.Outcome>(Control.Outcome.Senseless(var now)) -> words.text(
                    "posts.did.nothing", Map.of("state", Standing.word(words, now.state())));
            case Answer.Allowed<Control.Outcome>(Control.Outcome.Unknown _) -> words.text("posts.did.unknown");
            case Answer.Denied<Control.Outcome> _ -> words.text("frame.denied.title");
        }));
    }
}
