package org.clubpost.function.admin.posts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/**
 * Who did not get a post, and why. Names are for those only who may see the members; others see the reasons, and how many
 * each has met.
 *
 * @param ranges has the failures
 * @param subscribers has the members
 */
public record Missed(Ranges ranges, Subscribers subscribers) {

    /** The field of the query with which more of them are shown. */
    static final String ALL = "all";

    /** So many are read, and named, at first: each name is a read of the table. */
    private static final int NAMED = 20;
    /** So many are named when somebody wants all. */
    private static final int MOST_NAMED = 200;
    /** Among so many the reasons are counted. */
    private static final int MOST = 1_000;

    /** What the slot {@code missed} wants; none when everybody got it. */
    List<Map<String, Object>> shown(RoomVisit visit, Post post) {
        if (!mayHaveMissed(post.state())) {
            return List.of();
        }
        var failures = read(post);
        if (failures.isEmpty()) {
            return List.of();
        }
        var words = visit.words();
        var maySee = visit.may(Permission.SEE_MEMBERS);
        var named = maySee ? visit.has(ALL) ? MOST_NAMED : NAMED : 0;
        var model = new HashMap<String, Object>();
        model.put("reasons", reasons(words, failures));
        model.put("hasRows", maySee);
        model.put("rows", failures.stream().limit(named).map(failure -> row(visit, post, failure)).toList());
        model.put("more", maySee && failures.size() > named
                ? List.of(Map.of("said", words.text("posts.missed.more", Map.of("count", failures.size() - named)),
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

    private List<Failure> read(Post post) {
        try (var all = ranges.failures(post.id())) {
            return all.limit(MOST).toList();
        }
    }

    /** The reasons with how many met each, the most frequent first. */
    private static List<Map<String, Object>> reasons(Words words, List<Failure> failures) {
        var counts = new LinkedHashMap<String, Integer>();
        failures.forEach(failure -> counts.merge(words.reason(failure.reason()), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(each -> Map.<String, Object>of("why", each.getKey(), "count", words.number(each.getValue())))
                .toList();
    }

    private Map<String, Object> row(RoomVisit visit, Post post, Failure failure) {
        var words = visit.words();
        var person = subscribers.find(post.list(), failure.subscriber()).map(Stored::subscriber)
                .flatMap(found -> found.whom());
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
