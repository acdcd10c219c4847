package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** Requests in memory. */
public final class InMemorySignUpRequests implements SignUpRequests {

    private record Place(List<ListId> lists, SubscriberId person) {}

    private final Map<Place, SignUpRequest> requests = new LinkedHashMap<>();

    /** Without requests as yet. */
    public InMemorySignUpRequests() {}

    private static Place place(SignUpRequest request) {
        return new Place(request.signUp().lists(), request.person());
    }

    @Override
    public synchronized void add(SignUpRequest request) {
        requests.putIfAbsent(place(request), request);
    }

    @Override
    public synchronized List<SignUpRequest> due(Instant now, int limit) {
        return all().filter(request -> !request.due().isAfter(now)).limit(limit).toList();
    }

    @Override
    public synchronized Optional<SignUpRequest> find(ListId list, SubscriberId person) {
        return all().filter(request -> request.person().equals(person))
                .filter(request -> request.signUp().lists().contains(list)).findFirst();
    }

    @Override
    public synchronized List<SignUpRequest> inLine() {
        return all().filter(SignUpRequest::inLine).toList();
    }

    private Stream<SignUpRequest> all() {
        return requests.values().stream().sorted(Comparator.comparing(SignUpRequest::due));
    }

    @Override
    public synchronized boolean putOff(SignUpRequest seen, Instant due, boolean inLine) {
        var now = requests.get(place(seen));
        if (now == null || !now.due().equals(seen.due())) {
            return false;
        }
        requests.put(place(seen), new SignUpRequest(now.signUp(), now.person(), now.since(), due, inLine));
        return true;
    }

    @Override
    public synchronized void remove(SignUpRequest seen) {
        requests.computeIfPresent(place(seen), (_, now) -> now.due().equals(seen.due()) ? null : now);
    }
}
