package org.clubpost.core.post;

import java.util.HashMap;
import java.util.Map;

import org.clubpost.core.list.ListId;

/** Numbers in memory. */
public final class InMemoryPostNumbers implements PostNumbers {

    private final Map<ListId, Map<PostId, Long>> numbers = new HashMap<>();

    @Override
    public synchronized long of(ListId list, PostId post) {
        var known = numbers.computeIfAbsent(list, _ -> new HashMap<>());
        return known.computeIfAbsent(post, _ -> known.size() + 1L);
    }
}
