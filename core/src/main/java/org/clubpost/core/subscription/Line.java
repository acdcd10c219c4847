package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.limit.Source;

/**
 * The requests that wait in line for one list: whose turn is next, and how many have theirs in a minute. Sources are
 * served in turn, those with the fewest requests first, so that a flood from one place waits behind everybody else.
 */
final class Line {

    /** A site counts as so many networks. */
    private static final int NETWORKS_OF_A_SITE = 4;
    private static final Comparator<SignUpRequest> BY_TIME = Comparator.comparing(SignUpRequest::since);

    private final List<SignUpRequest> byTime;

    private record Ranked(SignUpRequest request, int rank) {}

    Line(List<SignUpRequest> waiting) {
        this.byTime = waiting.stream().sorted(BY_TIME).toList();
    }

    /** All of them, in turn. */
    List<SignUpRequest> inTurn() {
        var seen = new HashMap<String, Integer>();
        var ranked = new ArrayList<Ranked>();
        for (var request : byTime) {
            ranked.add(new Ranked(request, rank(Source.of(request.signUp().origin().sourceAddress()), seen)));
        }
        return ranked.stream().sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::request).toList();
    }

    private static int rank(Source source, Map<String, Integer> seen) {
        var inNetwork = seen.merge(source.network(), 1, Integer::sum);
        var inSite = source.site().map(site -> seen.merge(site, 1, Integer::sum)).orElse(0);
        return Math.max(inNetwork, inSite / NETWORKS_OF_A_SITE);
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
