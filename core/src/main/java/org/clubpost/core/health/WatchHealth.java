package org.clubpost.core.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.health.ListHealth.Level;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;

/**
 * Warns the owners of a list when so much of its mail comes back that the provider may look into it, and stops the
 * list's posts when it is so much that the provider may stop all mail. Posts that are going out stop at their workers'
 * next look, others before their first copy; they wait until a person lets the list's mail go on. Other mail of the
 * list, such as confirmations, goes on.
 *
 * <p>It may be called any number of times. If it dies between a mail and the note of it, that mail goes out twice.
 */
public final class WatchHealth {

    /** How long the owners are not warned again. */
    static final Duration WARNED = Duration.ofDays(30);
    /** How long until a list is looked at again whose posts are going out. */
    static final Duration AGAIN = Duration.ofMinutes(10);

    private final Lists lists;
    private final LastPosts last;
    private final Notices notices;
    private final InstantSource clock;

    /** Watches these lists. */
    public WatchHealth(Lists lists, LastPosts last, Notices notices, InstantSource clock) {
        this.lists = lists;
        this.last = last;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Looks at a list from which something came back.
     *
     * @return when to look again; empty when there is no need
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Instant> check(NoteTask.CheckHealth task) {
        return lists.find(task.list()).flatMap(this::check);
    }

    private Optional<Instant> check(MailingList list) {
        return Attempts.until(last.returns(), () -> {
            var now = clock.instant();
            var seen = last.returns().health(list.id());
            var before = seen.orElseGet(() -> ListHealth.good(list.id()));
            var verdict = last.verdict(before, now);
            var health = after(before, verdict.level(), now);
            if (!health.equals(before) && !last.returns().replace(seen, health)) {
                return Optional.empty();
            }
            if (health.isStopped()) {
                stopPosts(list);
            }
            if (!health.told()) {
                tell(list, health, verdict);
                last.returns().replace(Optional.of(health), health.asTold());
            }
            return Optional.of(verdict.isGrowing() && !health.isStopped()
                    ? Optional.of(now.plus(AGAIN))
                    : Optional.empty());
        });
    }

    private static ListHealth after(ListHealth before, Level level, Instant now) {
        if (before.isStopped() || level == before.level()) {
            return before;
        }
        return level == Level.GOOD && now.isBefore(before.since().plus(WARNED)) ? before : before.with(level, now);
    }

    private void stopPosts(MailingList list) {
        try (var unsettled = last.posts().unsettled(list.id())) {
            unsettled.filter(post -> post.state().goingOut().isPresent()).forEach(this::stop);
        }
    }

    private void stop(Post read) {
        Attempts.untilDone(last.posts(), () -> last.posts().find(read.id()).flatMap(post -> post.state().goingOut()
                .map(sending -> last.posts().replace(post,
                        post.with(PostState.Parked.withList(sending, clock.instant())))))
                .orElse(true));
    }

    private void tell(MailingList list, ListHealth health, Verdict verdict) {
        for (var owner : list.people().owners()) {
            notices.send(new OwnerNotice.ListHealth(list, owner, health.isStopped()
                    ? OwnerNotice.ListHealth.Level.STOPPED
                    : OwnerNotice.ListHealth.Level.WARNED, verdict.toll().copies(), verdict.toll().refused(),
                    verdict.toll().complaints()));
        }
    }
}
