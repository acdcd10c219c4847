package org.clubpost.function.admin.api.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/log}: who did what, newest first. A page may have fewer entries than it could, or none, although
 * there is a next one.
 *
 * @param search finds entries
 */
public record ShowLog(SearchLog search) implements Operation {

    private static final String TOPIC = "topic";
    private static final String WAY = "way";
    private static final String FROM = "from";
    private static final String BEFORE = "before";

    @Override
    public Route route() {
        return Route.get("/lists/{list}/log");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LOG_READ, Permission.SEE_MEMBERS);
    }

    @Override
    public Set<String> query() {
        return Stream.concat(Query.PAGES.stream(), Stream.of(TOPIC, WAY, FROM, BEFORE))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var wrong = new ArrayList<Wrong>();
        var query = call.query();
        var topic = read(wrong, TOPIC, query.text(TOPIC), ShowLog::topic, "is none of list, members, posts");
        var way = read(wrong, WAY, query.text(WAY), ShowLog::way, "is none of web, mail, command-line, api");
        var from = read(wrong, FROM, query.text(FROM), ShowLog::time, "is no time such as 2026-11-29T20:00:00Z");
        var before = read(wrong, BEFORE, query.text(BEFORE), ShowLog::time, "is no time such as 2026-11-29T20:00:00Z");
        var behind = read(wrong, Query.CURSOR, query.cursor(), EntryId::parse, "must be one that an answer gave");
        if (!wrong.isEmpty()) {
            return new Problem(Problem.Kind.WRONG_PARAMETER, "Nothing was done. See errors.", wrong).answer();
        }
        var found = search.page(call.list(), new SearchLog.Wanted(topic, Optional.empty(), way, from, before),
                behind,
                query.limit(), call.now());
        var undoable = search.undoable(call.actor(), call.list(), found, call.now());
        return ApiAnswer.page(found.entries().stream().map(entry -> LogJson.of(entry, undoable)).toList(),
                found.next().map(EntryId::value).map(call::next));
    }

    private static <T> Optional<T> read(List<Wrong> wrong, String name, Optional<String> text,
            Function<String, Optional<T>> reader, String why) {
        var value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            wrong.add(new Wrong(name, why));
        }
        return value;
    }

    private static Optional<SearchLog.Topic> topic(String text) {
        return Stream.of(SearchLog.Topic.values()).filter(each -> Members.word(each).equals(text)).findFirst();
    }

    private static Optional<Way> way(String text) {
        return Stream.of(Way.values()).filter(each -> each != Way.UNKNOWN && each.word().equals(text)).findFirst();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
