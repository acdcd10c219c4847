package org.clubpost.mail.command.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.admin.Act;
import org.clubpost.core.moderation.Moderate.Outcome;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.PostState.Held.Decider;

/**
 * The posts of a list that wait for a decision, each with its number.
 *
 * @param desk where it is decided
 */
record HeldPosts(Desk desk) {

    /** So many posts that are under way are looked at. */
    private static final int MOST = 1_000;
    /** So many of the newest posts are looked at for one that is decided. */
    private static final int MOST_DECIDED = 200;
    private static final Pattern CODE = Pattern.compile(
            "[\\[(]?#?([0-9a-fA-F]{8}|[0-9a-fA-F]{24})[\\])]?[.,;:!]*(?:\\s+(.*))?",
            Pattern.DOTALL);

    /**
     * A number, and what stands behind it.
     *
     * @param code the number: that of {@link org.clubpost.core.owners.DecisionLinks#code} or the id of a post
     * @param rest what stands behind it; empty for nothing
     */
    record Numbered(String code, String rest) {}

    /** Reads a number, such as {@code #1a2b3c4d}, and what stands behind it. */
    static Optional<Numbered> code(String text) {
        var found = CODE.matcher(text.strip());
        return found.matches()
                ? Optional.of(new Numbered(found.group(1).toLowerCase(Locale.ROOT),
                        Optional.ofNullable(found.group(2)).orElse("").strip()))
                : Optional.empty();
    }

    /** Those about which the owners decide, oldest first. */
    List<CommandResult.HeldMail> waiting(int most) {
        try (var posts = desk.tools().posts().unsettled(desk.list().id())) {
            return posts.limit(MOST).filter(post -> post.state() instanceof PostState.Held held
                    && held.decider() == Decider.OWNERS && desk.now().isBefore(held.until())).limit(most)
                    .map(post -> {
                        var held = (PostState.Held) post.state();
                        return new CommandResult.HeldMail(desk.tools().links().code(post.id()), post.headline(),
                                held.reason(), held.until());
                    }).toList();
        }
    }

    CommandResult send(String code) {
        return decide(code, Action.SEND, "");
    }

    CommandResult refuse(String code, String reason) {
        return decide(code, Action.REFUSE, reason);
    }

    private CommandResult decide(String code, Action action, String reason) {
        var found = find(code);
        if (found.isEmpty()) {
            return new Told(Word.NO_SUCH_MAIL, code);
        }
        var post = found.get();
        var link = action == Action.SEND
                ? desk.tools().links().send(post.id())
                : desk.tools().links().refuse(post.id());
        if (desk.isDone(post.id(), action == Action.SEND ? Act.POST_RELEASED : Act.POST_REFUSED)) {
            return decided(code, post.state());
        }
        if (post.state() instanceof PostState.Held held && held.decider() == Decider.AUTHOR) {
            return new Told(Word.AUTHOR_DECIDES, code);
        }
        return desk.answered(desk.tools().moderate().get().decide(desk.actor(), desk.list(), link, reason),
                outcome -> said(code, outcome));
    }

    private static CommandResult said(String code, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent _ -> new Told(Word.SENT, code);
            case Outcome.Scheduled _ -> new Told(Word.SENT_LATER, code);
            case Outcome.Stopped stopped ->
                new Told(stopped.authorTold() ? Word.REFUSED : Word.REFUSED_SILENTLY, code);
            case Outcome.CannotBeSent(_, var why) -> new CommandResult.CannotBeSent(code, why);
            case Outcome.Waits(_, var why) -> new CommandResult.CannotBeSent(code, why);
            case Outcome.Open _,Outcome.TakenBack _,Outcome.Halted _,Outcome.TooLate _,Outcome.Settled _,Outcome.Invalid _ ->
                new Told(Word.SETTLED, code);
        };
    }

    /** What this very mail decided, before the process died that was carrying it out. */
    private static CommandResult decided(String code, PostState state) {
        return new Told(switch (state) {
            case PostState.Rejected _ -> Word.REFUSED;
            case PostState.Discarded _ -> Word.REFUSED_SILENTLY;
            case PostState.Waiting _ -> Word.SENT_LATER;
            case PostState.Received _,PostState.Held _,PostState.Sending _,PostState.Paused _ -> Word.SENT;
            case PostState.Parked _,PostState.Resumed _,PostState.Cancelled _,PostState.Done _ -> Word.SENT;
        }, code);
    }

    private Optional<Post> find(String code) {
        var posts = desk.tools().posts();
        try (var unsettled = posts.unsettled(desk.list().id())) {
            var found = unsettled.limit(MOST).filter(post -> is(post, code)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        try (var newest = posts.of(desk.list().id())) {
            return newest.limit(MOST_DECIDED).filter(post -> is(post, code)).findFirst();
        }
    }

    private boolean is(Post post, String code) {
        return post.id().value().equals(code) || desk.tools().links().code(post.id()).equals(code);
    }
}
