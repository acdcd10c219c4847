package org.clubpost.function.admin.api.members;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.Filter;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Status;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/members}: who is on the list, a page at a time. A page may have fewer than it could, or none,
 * although there is a next one: few were looked for among many.
 *
 * @param directory who is on the lists
 */
public record ListMembers(Directory directory) implements Operation {

    private static final String STATUS = "status";
    private static final String GROUP = "group";
    private static final String LANGUAGE = "language";
    private static final String SINCE = "joinedSince";
    private static final String SORT = "sort";
    private static final String NEWEST = "-joined";
    private static final Map<String, Order> ORDERS = Map.of("name", Order.NAME, "email", Order.ADDRESS, "joined",
            Order.JOINED, NEWEST, Order.JOINED);

    @Override
    public Route route() {
        return Route.get("/lists/{list}/members");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_READ, Permission.SEE_MEMBERS);
    }

    @Override
    public Set<String> query() {
        return Stream.concat(Query.PAGES.stream(), Stream.of(STATUS, GROUP, LANGUAGE, SINCE, SORT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var wrong = new ArrayList<Wrong>();
        var status = read(call, wrong, STATUS, ListMembers::status, "is no status");
        var group = read(call, wrong, GROUP, text -> GroupName.parse(text)
                .filter(call.list().groups().all()::contains), "is no group of this list");
        var language = read(call, wrong, LANGUAGE, text -> Languages.ALL.stream()
                .filter(each -> each.toLanguageTag().equals(text)).findFirst(), "is none of our languages");
        var since = read(call, wrong, SINCE, ListMembers::day, "is no day such as 2026-11-29");
        var order = read(call, wrong, SORT, text -> Optional.ofNullable(ORDERS.get(text)),
                "is none of name, email, joined, -joined");
        var behind = read(wrong, call.query().cursor(), Query.CURSOR, SubscriberId::parse,
                "must be one that an answer gave");
        if (!wrong.isEmpty()) {
            return new Problem(Problem.Kind.WRONG_PARAMETER, "Nothing was done. See errors.", wrong).answer();
        }
        var filter = new Filter(status, group, language,
                since.map(day -> day.atStartOfDay(call.list().dispatch().zone()).toInstant()));
        return page(call, new Search(order.orElse(Order.NAME), call.query().text(SORT).filter(NEWEST::equals)
                .isPresent(), "", filter,
                behind.<Search.Place>map(Search.Place.After::new)
                        .orElseGet(Search.Place.First::new),
                call.query().limit()));
    }

    private ApiAnswer page(ApiCall call, Search search) {
        var page = directory.page(call.list().id(), search, call.today(), call.now());
        return ApiAnswer.page(
                page.entries().stream().map(each -> MemberJson.of(call.list().id(), each, call.today())).toList(),
                page.after().flatMap(Search.Place::beside).map(SubscriberId::hex).map(call::next));
    }

    private static Optional<Status> status(String text) {
        return Stream.of(Status.values()).filter(each -> MemberJson.word(each).equals(text)).findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> read(ApiCall call, List<Wrong> wrong, String name,
            Function<String, Optional<T>> reader, String why) {
        return read(wrong, call.query().text(name), name, reader, why);
    }

    private static <T> Optional<T> read(List<Wrong> wrong, Optional<String> text, String name,
            Function<String, Optional<T>> reader, String why) {
        var value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            wrong.add(new Wrong(name, why));
        }
        return value;
    }
}
