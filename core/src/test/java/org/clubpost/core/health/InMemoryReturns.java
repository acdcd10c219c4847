package org.clubpost.core.health;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.core.Pause;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** What came back of posts, in memory, for tests. */
public final class InMemoryReturns implements Returns {

    private final Map<String, TreeSet<String>> marks = new HashMap<>();
    private final Map<ListId, NavigableMap<PostId, Map<String, Long>>> numbers = new HashMap<>();
    private final Map<ListId, ListHealth> healths = new HashMap<>();

    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    private NavigableMap<PostId, Map<String, Long>> posts(ListId list) {
        return numbers.computeIfAbsent(list, _ -> new TreeMap<>());
    }

    @Override
    public synchronized boolean count(ListId list, PostId post, SubscriberId member, Tick tick, Instant now) {
        if (!marks.computeIfAbsent(post + " " + tick.kind(), _ -> new TreeSet<>()).add(member.hex())) {
            return false;
        }
        posts(list).computeIfAbsent(post, _ -> new TreeMap<>()).merge(tick.counter(), 1L, Long::sum);
        return true;
    }

    @Override
    public synchronized PostCounts of(ListId list, PostId post) {
        return PostCounts.of(post, posts(list).getOrDefault(post, new TreeMap<>()));
    }

    @Override
    public synchronized List<PostCounts> since(ListId list, PostId oldest) {
        return posts(list).tailMap(oldest).keySet().stream().map(post -> of(list, post)).toList();
    }

    @Override
    public synchronized Set<SubscriberId> members(PostId post, Tick.Kind kind, int most) {
        return marks.getOrDefault(post + " " + kind, new TreeSet<>()).stream().limit(most).map(SubscriberId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<ListHealth> health(ListId list) {
        return Optional.ofNullable(healths.get(list));
    }

    @Override
    public synchronized boolean replace(Optional<ListHealth> seen, ListHealth changed) {
        if (!health(changed.list()).equals(seen)) {
            return false;
        }
        healths.put(changed.list(), changed);
        return true;
    }
}
