package org.clubpost.function.admin.log;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * What somebody looks for in the log, as it stands in the query. What cannot be read does not matter.
 *
 * @param what the topic, such as {@code members}; empty for all
 * @param who the actor in its written form; empty for all
 * @param way the way, such as {@code mail}; empty for all
 * @param from the first day; empty for the beginning
 * @param to the last day; empty for today
 * @param after behind which entry the page begins; empty for the first
 */
record LogSearch(String what, String who, String way, String from, String to, String after) {

    static final String WHAT = "what";
    static final String WHO = "who";
    static final String WAY = "way";
    static final String FROM = "from";
    static final String TO = "to";
    private static final String AFTER = "after";
    private static final int MOST_OF_DAY = 10;
    private static final int MOST_OF_ACTOR = 270;

    static final KnownFields FIELDS = new KnownFields(
            Map.of(WHAT, 20, WHO, MOST_OF_ACTOR, WAY, 20, FROM, MOST_OF_DAY, TO, MOST_OF_DAY, AFTER, 20), true);

    static LogSearch of(RoomVisit visit) {
        return new LogSearch(visit.text(WHAT), visit.text(WHO), visit.text(WAY), visit.text(FROM), visit.text(TO),
                visit.text(AFTER));
    }

    SearchLog.Wanted wanted(RoomVisit visit) {
        var zone = visit.zone();
        return new SearchLog.Wanted(topic(what), Optional.of(who).filter(written -> !written.isEmpty())
                .map(Actor::parse),
                Optional.of(way).filter(word -> !word.isEmpty()).map(Way::parse),
                day(from).map(day -> day.atStartOfDay(zone).toInstant()),
                day(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    Optional<EntryId> place() {
        return EntryId.parse(after);
    }

    boolean isOpen() {
        return what.isEmpty() && who.isEmpty() && way.isEmpty() && from.isEmpty() && to.isEmpty();
    }

    /** The query of the same search, from the beginning. */
    Map<String, String> query() {
        return Map.of(WHAT, what, WHO, who, WAY, way, FROM, from, TO, to);
    }

    /** The query of its page behind that entry. */
    Map<String, String> query(EntryId last) {
        var all = new HashMap<>(query());
        all.put(AFTER, last.value());
        return all;
    }

    static String word(SearchLog.Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<SearchLog.Topic> topic(String word) {
        return Stream.of(SearchLog.Topic.values()).filter(topic -> word(topic).equals(word)).findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
