package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.PostId;
import org.clubpost.core.subscriber.InMemorySubscribers;

/** Deleted lists in memory, for tests. The log of an erased list stays here. */
public final class InMemoryDeletedLists implements DeletedLists {

    private final Map<String, Deleted> kept;
    private final Beside beside;
    private final LogRecorder recorder;

    /**
     * What else is in memory.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param posts their posts
     * @param log where changes are recorded
     */
    public record Beside(InMemoryLists lists, InMemorySubscribers subscribers, InMemoryPosts posts,
            InMemoryActLog log) {}

    /** None. */
    public InMemoryDeletedLists(Beside beside, InstantSource clock) {
        this(new TreeMap<>(), beside, new LogRecorder(Way.UNKNOWN, clock));
    }

    private InMemoryDeletedLists(Map<String, Deleted> kept, Beside beside, LogRecorder recorder) {
        this.kept = kept;
        this.beside = beside;
        this.recorder = recorder;
    }

    @Override
    public DeletedLists by(Deed deed) {
        return new InMemoryDeletedLists(kept, beside, recorder.by(deed));
    }

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Optional<Deleted> find(ListId id) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(id.value()));
        }
    }

    @Override
    public List<Deleted> all() {
        synchronized (kept) {
            return List.copyOf(kept.values());
        }
    }

    @Override
    public boolean delete(MailingList seen, Instant until) {
        synchronized (kept) {
            var members = beside.lists().confirmedMembers(seen.id());
            if (!beside.lists().hide(seen)) {
                return false;
            }
            var end = until.truncatedTo(ChronoUnit.MILLIS);
            kept.put(seen.id().value(), new Deleted(seen, end, members));
            beside.log().put(recorder.deleted(seen, end));
            return true;
        }
    }

    @Override
    public boolean restore(ListId id, Instant now) {
        synchronized (kept) {
            var found = find(id).filter(known -> now.isBefore(known.until()));
            found.ifPresent(known -> {
                kept.remove(id.value());
                beside.lists().show(known.list());
                beside.log().put(recorder.restored(known.list()));
            });
            return found.isPresent();
        }
    }

    @Override
    public boolean erase(ListId list, PostId post, int most) {
        if (find(list).isPresent() && beside.posts().find(post).filter(known -> known.list().equals(list))
                .isPresent()) {
            beside.posts().forget(post);
        }
        return false;
    }

    @Override
    public boolean erase(ListId list, int most) {
        synchronized (kept) {
            if (find(list).isEmpty()) {
                return false;
            }
            if (beside.subscribers().forget(list, most)) {
                return true;
            }
            kept.remove(list.value());
            beside.lists().forget(list);
            return false;
        }
    }
}
