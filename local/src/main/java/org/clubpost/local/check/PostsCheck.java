package org.clubpost.local.check;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.files.FileMails;
import org.clubpost.local.sqlite.Inspection;

/** Whether every post has what it needs, and gets on. */
final class PostsCheck {

    private static final String SUBJECT = "posts";
    /** The lifetime of a mail, less a day for the sweep that is due. */
    private static final Duration KEPT = Duration.ofDays(89);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final Scene scene;
    private final Inspection inspection;
    private final FileMails mails;
    private final List<Post> unsettled = new ArrayList<>();
    private final Tally needed = new Tally();
    private final Tally gone = new Tally();
    private final Tally unprepared = new Tally();
    private long posts;

    PostsCheck(Scene scene, Inspection inspection) {
        this.scene = scene;
        this.inspection = inspection;
        this.mails = new FileMails(scene.data().mail());
    }

    void look(Consumer<Finding> findings) throws SQLException {
        inspection.posts(this::count);
        reportMails(findings);
        var stuck = 0;
        for (var post : unsettled) {
            var trouble = trouble(post);
            trouble.ifPresent(findings);
            stuck += trouble.isPresent() ? 1 : 0;
        }
        if (needed.isEmpty() && gone.isEmpty() && unprepared.isEmpty() && stuck == 0) {
            findings.accept(new Finding.Right(SUBJECT, posts + " in all, " + unsettled.size()
                    + " under way or held, none of them stuck; each has its mail"));
        }
    }

    private void count(Post post) {
        posts++;
        var isSettled = post.state().isSettled();
        if (!isSettled) {
            unsettled.add(post);
        }
        if (!isThere(post.mail())) {
            if (!isSettled && !(post.state() instanceof PostState.Done)) {
                needed.add(post.id().value());
            } else if (post.id().storedAt().isAfter(scene.now().minus(KEPT))) {
                gone.add(post.id().value());
            }
        }
        if (prepared(post.state()).filter(mail -> !isThere(mail)).isPresent()) {
            unprepared.add(post.id().value());
        }
    }

    private boolean isThere(MailKey mail) {
        return Files.exists(mails.file(mail));
    }

    private static Optional<MailKey> prepared(PostState state) {
        return switch (state) {
            case PostState.Waiting waiting -> Optional.of(waiting.prepared());
            case PostState.Sending sending -> Optional.of(sending.prepared());
            case PostState.Paused paused -> Optional.of(paused.sending().prepared());
            case PostState.Parked parked -> Optional.of(parked.sending().prepared());
            case PostState.Resumed resumed -> Optional.of(resumed.sending().prepared());
            case PostState.Received _ -> Optional.empty();
            case PostState.Held _ -> Optional.empty();
            case PostState.Rejected _ -> Optional.empty();
            case PostState.Discarded _ -> Optional.empty();
            case PostState.Cancelled _ -> Optional.empty();
            case PostState.Done _ -> Optional.empty();
        };
    }

    private void reportMails(Consumer<Finding> findings) {
        if (!unprepared.isEmpty()) {
            findings.accept(new Finding.Wrong(SUBJECT, "what goes out is missing for "
                    + unprepared.of("post", "posts"),
                    "put the folder mail/prepared of a backup back, or end each: "
                            + "./clubpost posts cancel " + unprepared.example() + scene.option()));
        }
        if (!needed.isEmpty()) {
            findings.accept(new Finding.Wrong(SUBJECT, "the mail is missing of " + needed.of("post", "posts")
                    + " that somebody has to decide about, or that is not done",
                    "put the folder mail/inbound of a backup back, with the times of its files"));
        }
        if (!gone.isEmpty()) {
            findings.accept(new Finding.Warning(SUBJECT, "the mail is missing of " + gone.of("settled post",
                    "settled posts") + " before its time", "nothing needs it; did somebody delete files?"));
        }
    }

    private Optional<Finding> trouble(Post post) throws SQLException {
        return switch (post.state()) {
            case PostState.Received received when received.isSetAside() -> doubtful(post,
                    "is set aside, because it could not be taken in",
                    "see clubpost.log, and have it tried again: ./clubpost posts receive " + post.list());
            case PostState.Received _ when isLongAgo(post.id().storedAt()) -> stuck(post,
                    "came in and was never judged", "start the service, or start it again, which takes it up");
            case PostState.Sending sending -> standing(post, sending.since());
            case PostState.Resumed resumed when scene.isServed() && isLongAgo(resumed.until()) ->
                standing(post, resumed.until());
            case PostState.Parked parked when parked.isWithList() -> doubtful(post,
                    "waits, because so much of the list's mail came back that it stopped",
                    "see why: ./clubpost list show " + post.list() + ", and let it go on: list release");
            case PostState.Parked parked when parked.cause() != PostState.Parked.Cause.DAY_SPENT -> doubtful(post,
                    "is parked until " + parked.until(), "see why: ./clubpost posts show " + post.id());
            case PostState.Paused paused when paused.at().isBefore(scene.now().minus(FORGOTTEN)) -> doubtful(post,
                    "has been paused for more than a week",
                    "./clubpost posts resume " + post.id() + ", or posts cancel");
            case PostState.Waiting waiting when scene.isServed() && isLongAgo(waiting.until()) ->
                stuck(post, "should have gone out at " + waiting.until(), "start the service again; see clubpost.log");
            case PostState.Received _ -> Optional.empty();
            case PostState.Held _ -> Optional.empty();
            case PostState.Rejected _ -> Optional.empty();
            case PostState.Discarded _ -> Optional.empty();
            case PostState.Waiting _ -> Optional.empty();
            case PostState.Paused _ -> Optional.empty();
            case PostState.Parked _ -> Optional.empty();
            case PostState.Resumed _ -> Optional.empty();
            case PostState.Cancelled _ -> Optional.empty();
            case PostState.Done _ -> Optional.empty();
        };
    }

    /** A worker renews its lease every few seconds, so a post that nobody has held for an hour does not get on. */
    private Optional<Finding> standing(Post post, Instant since) throws SQLException {
        if (!isLongAgo(since) || !isLongAgo(inspection.heldUntil(post.id()).orElse(Instant.MIN))) {
            return Optional.empty();
        }
        return scene.isServed()
                ? stuck(post, "is going out, and no worker has touched it for an hour",
                        "start the service again; if it stays so, see clubpost.log")
                : doubtful(post, "was on its way when the service ended",
                        "it goes on when you start it: ./clubpost start");
    }

    private boolean isLongAgo(Instant time) {
        return time.isBefore(scene.now().minus(LONG));
    }

    private Optional<Finding> stuck(Post post, String text, String remedy) {
        return Optional.of(new Finding.Wrong(SUBJECT, post.id() + " to " + post.list() + " " + text, remedy));
    }

    private Optional<Finding> doubtful(Post post, String text, String remedy) {
        return Optional.of(new Finding.Warning(SUBJECT, post.id() + " to " + post.list() + " " + text,
                remedy + scene.option()));
    }
}
