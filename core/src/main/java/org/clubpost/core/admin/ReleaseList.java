package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.health.LastPosts;
import org.clubpost.core.health.ListHealth;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;

/**
 * Lets the mail of a list go on that stopped by itself because too much of it came back. What came back before does not
 * count any more. May be repeated: it also takes up posts that were forgotten when it died half-way.
 */
public final class ReleaseList {

    private final LastPosts last;
    private final ActLog log;
    private final InstantSource clock;

    /**
     * What came of it.
     *
     * @param wasStopped whether the list's mail was stopped
     * @param posts how many posts go on
     */
    public record Outcome(boolean wasStopped, int posts) {}

    /** Releases lists there. */
    public ReleaseList(LastPosts last, ActLog log, InstantSource clock) {
        this.last = last;
        this.log = log;
        this.clock = clock;
    }

    /** Lets the list's mail go on. */
    public Answer<Outcome> release(Actor actor, MailingList list) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_LIST), Permission.CHANGE_LIST,
                () -> new Outcome(open(actor, list), goOn(actor, list)));
    }

    private boolean open(Actor actor, MailingList list) {
        var isStopped = Attempts.<Boolean>until(last.returns(), () -> {
            var seen = last.returns().health(list.id()).filter(ListHealth::isStopped);
            return seen.isEmpty()
                    ? Optional.of(false)
                    : Optional.of(true).filter(_ -> last.returns().replace(seen,
                            seen.get().released(last.underWay(list.id()), clock.instant())));
        });
        if (isStopped) {
            log.put(LogEntry.of(list.id(), actor, Act.LIST_RELEASED, List.of(), clock.instant()));
        }
        return isStopped;
    }

    private int goOn(Actor actor, MailingList list) {
        var number = 0;
        try (var unsettled = last.posts().unsettled(list.id())) {
            for (var post : (Iterable<Post>) unsettled::iterator) {
                number += goOn(actor, post) ? 1 : 0;
            }
        }
        return number;
    }

    /** Whoever else has changed it meanwhile knows better. */
    private boolean goOn(Actor actor, Post post) {
        return post.state() instanceof PostState.Parked parked && parked.isWithList()
                && last.posts().by(Deed.of(actor)).replace(post,
                        post.with(new PostState.Resumed(parked.sending(), clock.instant())));
    }
}
