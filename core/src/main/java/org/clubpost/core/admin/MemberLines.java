package org.clubpost.core.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.secret.SubscriberId;

/**
 * Whom an act on several members changed, as its entry in the log has it: a line a person, with the key and, where it
 * matters, what a value was and is. None of it names anybody.
 *
 * @param field what was changed, by its name in {@link MemberFields}, or {@link #REMOVED}
 * @param people who
 */
record MemberLines(String field, List<Line> people) {

    /** In place of a field when they were taken off. */
    static final String REMOVED = "removed";
    /** In place of a field when they were brought back. */
    static final String RESTORED = "restored";
    /** How many it came to. */
    static final String MEMBERS = "members";
    /** Under what name the people stand in an entry. */
    static final String WHO = "who";
    private static final String FIELD = "field";
    /** So many fit into one text, whatever the groups are called. */
    private static final int IN_ONE = 20;

    /** Copies the people. */
    MemberLines {
        people = List.copyOf(people);
    }

    /**
     * One of them.
     *
     * @param id the key
     * @param before what the value was, without blanks
     * @param after what it is
     */
    record Line(SubscriberId id, String before, String after) {

        private String written() {
            return id.hex() + " " + before + " " + after;
        }

        private static Line of(String written) {
            var parts = written.split(" ", -1);
            return new Line(new SubscriberId(parts[0]), parts[1], parts[2]);
        }
    }

    /** What the entry says of them. */
    List<Change> changes() {
        var changes = new ArrayList<>(List.of(Change.said(FIELD, field)));
        for (var from = 0; from < people.size(); from += IN_ONE) {
            changes.add(Change.said(WHO, String.join("\n",
                    people.subList(from, Math.min(from + IN_ONE, people.size())).stream().map(Line::written)
                            .toList())));
        }
        return changes;
    }

    /** What an entry says; empty when it does not say all of it. */
    static Optional<MemberLines> of(LogEntry entry) {
        if (!entry.changes().stream().filter(change -> change.what().equals(WHO)).allMatch(Change::isWhole)) {
            return Optional.empty();
        }
        return entry.said(FIELD).map(field -> new MemberLines(field, entry.changes().stream()
                .filter(change -> change.what().equals(WHO))
                .flatMap(change -> Stream.of(change.after().split("\n", -1)))
                .map(Line::of).toList()));
    }
}
