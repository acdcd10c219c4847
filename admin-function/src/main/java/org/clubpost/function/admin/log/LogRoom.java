package org.clubpost.function.admin.log;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.core.admin.Undoable;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Paging;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/log}: who did what and when, newest first, with a button that takes back what can be taken back.
 *
 * @param search finds entries
 */
public record LogRoom(SearchLog search) implements Room {

    private static final int SIZE = 40;

    @Override
    public RoomPath path() {
        return RoomPath.ofList("log");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("log.tab");
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public KnownFields query() {
        return LogSearch.FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var asked = LogSearch.of(visit);
        var found = search.page(visit.list(), asked.wanted(visit), asked.place(), SIZE, visit.now());
        var undoable = search.undoable(visit.actor(), visit.list(), found, visit.now());
        var said = visit.words().text(asked.isOpen() ? "log.newest" : "log.found",
                Map.of("count", found.entries().size(), "looked", found.looked()));
        return RoomAnswer.page(this, "log", visit.words().text("log.title"), Map.of("fields",
                Field.shown(fields(visit, asked)), "entries", found.entries().stream()
                        .map(entry -> row(visit, entry, undoable)).toList(),
                "none", found.entries().isEmpty(), "isFiltered", !asked.isOpen(), "undoHref", visit.room("undo"),
                "undoMark", visit.mark(visit.room("undo")), "here",
                visit.path(asked.place().map(asked::query).orElseGet(asked::query)), "csvHref",
                RoomVisit.withQuery(visit.room("log", "csv"), asked.query()), "paging",
                Paging.shown(said, asked.place().isPresent() ? visit.path(asked.query()) : "",
                        found.next().map(last -> visit.path(asked.query(last))).orElse(""))));
    }

    private List<Field> fields(RoomVisit visit, LogSearch asked) {
        var text = visit.words();
        var topics = new ArrayList<>(List.of(new Field.Option("", text.text("log.any"))));
        for (var topic : SearchLog.Topic.values()) {
            topics.add(new Field.Option(LogSearch.word(topic), text.text("log.topic." + LogSearch.word(topic))));
        }
        return List.of(Field.choice(LogSearch.WHAT, text.text("log.what"), topics, asked.what()),
                Field.choice(LogSearch.WHO, text.text("log.who"), actors(visit, asked), asked.who()),
                Field.choice(LogSearch.WAY, text.text("log.way"), ways(visit), asked.way()),
                Field.line("date", LogSearch.FROM, text.text("log.from"), asked.from(), 10),
                Field.line("date", LogSearch.TO, text.text("log.to"), asked.to(), 10));
    }

    /** Whoever can have done something, and whom somebody already looks for. */
    private List<Field.Option> actors(RoomVisit visit, LogSearch asked) {
        var words = new EntryWords(visit);
        var all = new LinkedHashSet<Actor>();
        visit.list().people().deciders().forEach(address -> all.add(new Actor.Owner(address)));
        all.addAll(List.of(new Actor.Operator(), new Actor.Service(), new Actor.Member()));
        if (!asked.who().isEmpty()) {
            all.add(Actor.parse(asked.who()));
        }
        return Stream.concat(Stream.of(new Field.Option("", visit.words().text("log.anybody"))), all.stream()
                .map(actor -> new Field.Option(actor.written(), words.who(actor)))).toList();
    }

    private static List<Field.Option> ways(RoomVisit visit) {
        var words = new EntryWords(visit);
        return Stream.concat(Stream.of(new Field.Option("", visit.words().text("log.any-way"))),
                Stream.of(Way.values()).map(way -> new Field.Option(way.word(), words.way(way)))).toList();
    }

    private Map<String, Object> row(RoomVisit visit, LogEntry entry, Undoable undoable) {
        var text = new EntryWords(visit);
        return Map.of("time", visit.words().time(entry.time(), visit.zone()), "who", text.who(entry), "way",
                Stream.of(text.way(entry)).filter(way -> !way.isEmpty()).toList(), "what", text.what(entry), "details",
                text.details(entry), "hasDetails", !text.details(entry).isEmpty(),
                "person", person(visit, entry), "isUndone", undoable.isUndone(entry),
                "undo", undoable.isOffered(entry) ? List.of(entry.id().value()) : List.of());
    }

    /** The way to the person whom it is about: the log itself names nobody. */
    private static List<String> person(RoomVisit visit, LogEntry entry) {
        return entry.about() instanceof About.OnePerson(var id) ? List.of(visit.room("members", id.hex())) : List.of();
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.goTo(visit.path());
    }
}
