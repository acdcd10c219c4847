package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.limit.Source;

/**
 * The requests that wait in line for one list: whose turn is next, and how many have theirs in a minute. Those from
 * the sources with the fewest requests come first, so that a flood from one place waits behind everybody else.
 */
final class Line {

    /** A site has so many times as many requests as a network before it counts as much. */
    private static final int NETWORKS_OF_A_SITE = 4;
    private static final Comparator<SignUpRequest> BY_TIME = Comparator.comparing(SignUpRequest::since);

    private final List<SignUpRequest> byTime;

    Line(List<SignUpRequest> waiting) {
        this.byTime = waiting.stream().sorted(BY_TIME).toList();
    }

    /** All of them, in turn. */
    List<SignUpRequest> inTurn() {
        var seen = new HashMap<String, Integer>();
        for (var request : byTime) {
            var source = source(request);
            seen.merge(source.network(), 1, Integer::sum);
            source.site().ifPresent(site -> seen.merge(site, 1, Integer::sum));
        }
        return byTime.stream().sorted(Comparator.comparingInt(request -> requests(source(request), seen))).toList();
    }

    private static Source source(SignUpRequest request) {
        return Source.of(request.signUp().origin().sourceAddress());
    }

    private static int requests(Source source, Map<String, Integer> seen) {
        var ofNetwork = seen.getOrDefault(source.network(), 0);
        var ofSite = source.site().map(site -> seen.getOrDefault(site, 0)).orElse(0);
        return Math.max(ofNetwork, ofSite / NETWORKS_OF_A_SITE);
    }

    /**
     * How many have their turn within a minute, so that all do before their time is over.
     *
     * @param patience how long each waits at most
     */
    int perMinute(Duration patience, Instant now) {
        var most = 0L;
        for (var number = 1; number <= byTime.size(); number++) {
            var left = Duration.between(now, byTime.get(number - 1).since().plus(patience)).toMinutes() - 1;
            most = Math.max(most, Math.ceilDiv(number, Math.max(1, left)));
        }
        return Math.toIntExact(most);
    }

    int size() {
        return byTime.size();
    }
}
