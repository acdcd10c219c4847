package org.clubpost.core.moderation;

import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Moderate.Outcome;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;

/**
 * Stops a post, or what is left of it, for its author. It is logged as the author's.
 *
 * @param control what stops it
 * @param links the links that authors use for this
 */
public record TakeBack(Control control, CancelLinks links) {

    /** What the link is good for at the moment: {@link Outcome.Open} when there is something to stop. */
    Outcome look(ModerationToken link, MailingList list, Post post) {
        if (!links.isOurs(link)) {
            return new Outcome.Settled(list);
        }
        return switch (post.state()) {
            case PostState.Waiting _ -> new Outcome.Open(list, post, Action.CANCEL);
            case PostState.Sending _ -> new Outcome.Open(list, post, Action.CANCEL);
            case PostState.Paused _ -> new Outcome.Open(list, post, Action.CANCEL);
            case PostState.Parked _ -> new Outcome.Open(list, post, Action.CANCEL);
            case PostState.Resumed _ -> new Outcome.Open(list, post, Action.CANCEL);
            case PostState.Received _ -> settled(list, post);
            case PostState.Held _ -> settled(list, post);
            case PostState.Rejected _ -> settled(list, post);
            case PostState.Discarded _ -> settled(list, post);
            case PostState.Cancelled _ -> settled(list, post);
            case PostState.Done _ -> settled(list, post);
        };
    }

    /** Stops the post if the link is good for that. */
    Outcome decide(ModerationToken link, MailingList list, Post post) {
        return switch (look(link, list, post)) {
            case Outcome.Open _ -> stop(list, post);
            case Outcome nothing -> nothing;
        };
    }

    private Outcome stop(MailingList list, Post post) {
        return switch (control.by(Deed.of(new Actor.Member())).cancel(post.id())) {
            case Control.Outcome.Changed(var stopped) when post.state() instanceof PostState.Waiting
                    && sent(stopped) == 0 ->
                new Outcome.TakenBack(list);
            case Control.Outcome.Changed(var stopped) -> new Outcome.Halted(list, sent(stopped));
            case Control.Outcome.Senseless(var settled) -> settled(list, settled);
            case Control.Outcome.Unknown _ -> new Outcome.Settled(list);
        };
    }

    private static long sent(Post post) {
        return post.state() instanceof PostState.Cancelled(var tally, _, _) ? tally.sent() : 0;
    }

    private static Outcome settled(MailingList list, Post post) {
        return post.state() instanceof PostState.Done ? new Outcome.TooLate(list) : new Outcome.Settled(list);
    }
}
