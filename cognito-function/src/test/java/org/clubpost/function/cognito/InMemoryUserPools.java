package org.clubpost.function.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.GroupName;

/** Pools of which a test can see what is in them, and that can be away. */
final class InMemoryUserPools implements UserPools {

    private final Map<String, User> users = new TreeMap<>();
    private final Map<String, Set<String>> groups = new TreeMap<>();
    private boolean isAway;

    void add(User user) {
        users.put(user.id().name(), user);
    }

    void away(boolean away) {
        isAway = away;
    }

    /** The names of the users in each group. */
    Map<String, Set<String>> groups() {
        return Map.copyOf(groups);
    }

    @Override
    public Optional<User> find(User.Id user) {
        answer();
        return Optional.ofNullable(users.get(user.name()));
    }

    @Override
    public Put put(User.Id user, GroupName group) {
        answer();
        groups.computeIfAbsent(group.value(), _ -> new TreeSet<>()).add(user.name());
        return Put.IN;
    }

    private void answer() {
        if (isAway) {
            throw new UnavailableException("the pool is away");
        }
    }
}
