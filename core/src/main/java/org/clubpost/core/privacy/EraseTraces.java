package org.clubpost.core.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.event.Events;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.Traces;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Does what {@link Erase} left to be done: takes the person out of everything that names them on a list, besides the
 * subscriber. A run changes so many posts; the task comes back for the others. Whatever was done before is found done,
 * so any run may end anywhere.
 */
public final class EraseTraces implements Traces {

    /** How many posts one run changes. */
    static final int MOST = 100;
    /** When the next run is due. */
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /**
     * So long after the wish it looks again: a worker that had read a post before writes it back as it was, and a post
     * that was not read yet gets its author when it is.
     */
    private static final List<Duration> LOOKS = List.of(Duration.ofHours(1), Duration.ofDays(1));

    private final Posts posts;
    private final Events events;
    private final SubscriberIds ids;
    private final Forget forget;
    private final ForgetSignIn signIn;
    private final InstantSource clock;

    /**
     * Erases in these ports.
     *
     * @param forget forgets the subscriber, should that not be done
     * @param signIn forgets what is kept of those who ran lists
     */
    public EraseTraces(Posts posts, Events events, SubscriberIds ids, Forget forget, ForgetSignIn signIn,
            InstantSource clock) {
        this.posts = posts;
        this.events = events;
        this.ids = ids;
        this.forget = forget;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> erase(NoteTask.Erase task) {
        var now = clock.instant();
        return isClean(task)
                ? LOOKS.stream().map(task.asked()::plus).filter(now::isBefore).findFirst()
                : Optional.of(now.plus(AGAIN));
    }

    /**
     * Takes the person out of what names them now.
     *
     * @return whether nothing does any more; false when there were too many posts for one run
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean isClean(NoteTask.Erase task) {
        forget.onRequest(task.list(), task.subscriber(), task.asked(), task.way());
        events.forgetAddress(task.subscriber());
        signIn.unlessInOffice(task.subscriber());
        var erased = new ErasedPerson(ids, task.subscriber());
        var isBack = forget.isBack(task.list(), task.subscriber());
        try (var all = posts.of(task.list())) {
            var changed = all.filter(post -> !(isBack && isAfter(task.asked(), post)))
                    .filter(post -> !erased.in(post).equals(post)).limit(MOST).toList();
            changed.forEach(post -> change(post, erased));
            return changed.size() < MOST;
        }
    }

    /** Whether it is one of those that whoever came back writes like anybody else. */
    private static boolean isAfter(Instant asked, Post post) {
        return post.id().storedAt().isAfter(asked);
    }

    private void change(Post read, ErasedPerson erased) {
        Attempts.untilDone(posts, () -> {
            var post = posts.find(read.id());
            return post.isEmpty() || post.map(erased::in).equals(post)
                    || posts.replace(post.get(), erased.in(post.get()));
        });
    }
}
