package org.clubpost.function.admin.posts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/**
 * Who did not get a post, and why. Names are for those only who may see the members; others see the reasons, and how many
 * each has met.
 */
final class Missed {

    /** The field of the query with which more of them are shown. */
    static final String ALL = "all";
    /** Among so many the reasons are counted. */
    static final int MOST = 1_000;

    /** So many are named at first. */
    private static final int NAMED = 20;
    /** So many are named when somebody wants all: as many as are read at once. */
    private static final int MOST_NAMED = Desk.MOST;

    private final RoomVisit visit;
    private final List<Failure> failures;
    private final boolean maySee;

    /** Those of that post, for that visitor. */
    Missed(RoomVisit visit, Desk.PostFile file) {
        this.visit = visit;
        this.failures = mayHaveMissed(file.post().state()) ? file.failures() : List.of();
        this.maySee = visit.may(Permission.SEE_MEMBERS);
    }

    private int most() {
        return maySee ? visit.has(ALL) ? MOST_NAMED : NAMED : 0;
    }

    /** Whose names are shown. */
    List<SubscriberId> named() {
        return failures.stream().limit(most()).map(Failure::subscriber).toList();
    }

    /**
     * What the slot {@code missed} wants; none when everybody got it.
     *
     * @param people those who are known of {@link #named}
     */
    List<Map<String, Object>> shown(Map<SubscriberId, Subscriber> people) {
        if (failures.isEmpty()) {
            return List.of();
        }
        var words = visit.words();
        var model = new HashMap<String, Object>();
        model.put("reasons", reasons(words, failures));
        model.put("hasRows", maySee);
        model.put("rows", failures.stream().limit(most()).map(failure -> row(people, failure)).toList());
        model.put("more", maySee && failures.size() > most()
                ? List.of(Map.of("said", words.text("posts.missed.more", Map.of("count", failures.size() - most())),
                        "href", visit.has(ALL) ? List.of() : List.of(visit.path(Map.of(ALL, "yes")))))
                : List.of());
        return List.of(model);
    }

    /** Before it begins to go out there is nothing to look for. */
    private static boolean mayHaveMissed(PostState state) {
        return state instanceof PostState.Done done
                ? done.tally().failed() > 0
                : Standing.isOnItsWay(state) || state instanceof PostState.Cancelled;
    }

    /** The reasons with how many met each, the most frequent first. */
    private static List<Map<String, Object>> reasons(Words words, List<Failure> failures) {
        var counts = new LinkedHashMap<String, Integer>();
        failures.forEach(failure -> counts.merge(words.reason(failure.reason()), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(each -> Map.<String, Object>of("why", each.getKey(), "count", words.number(each.getValue())))
                .toList();
    }

    private Map<String, Object> row(Map<SubscriberId, Subscriber> people, Failure failure) {
        var words = visit.words();
        var person = Optional.ofNullable(people.get(failure.subscriber())).flatMap(Subscriber::whom);
        return Map.of("name", person.map(Missed::name).orElseGet(() -> words.text("posts.missed.unknown")), "href",
                person.map(_ -> visit.room("members", failure.subscriber().hex())).stream().toList(), "nobody",
                person.isEmpty(), "why", words.reason(failure.reason()), "kind",
                words.text("posts.kind." + kind(failure.kind())), "at", words.time(failure.at(), visit.zone()));
    }

    private static String name(Person person) {
        return person.name().text().isEmpty()
                ? person.address().written()
                : person.name().text() + " <" + person.address().written() + ">";
    }

    private static String kind(Failure.Kind kind) {
        return switch (kind) {
            case REFUSED -> "refused";
            case MAYBE_SENT -> "maybe";
            case LATER -> "later";
            case WANTED -> "wanted";
        };
    }
}
