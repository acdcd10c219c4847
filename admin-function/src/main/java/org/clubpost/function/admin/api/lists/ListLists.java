package org.clubpost.function.admin.api.lists;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists}: all lists for which the person has a role and the key is, by name.
 *
 * @param lists the lists
 */
public record ListLists(Lists lists) implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_READ);
    }

    @Override
    public Set<String> query() {
        return Query.PAGES;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var behind = call.query().cursor().orElse("");
        var found = lists.allHeaded().stream().filter(each -> call.key().key().isFor(each.list().id()))
                .filter(each -> Role.of(call.actor(), each.list()).isPresent())
                .filter(each -> each.list().id().value().compareTo(behind) > 0).limit(call.query().limit() + 1L)
                .toList();
        var shown = found.subList(0, Math.min(found.size(), call.query().limit()));
        return ApiAnswer.page(shown.stream().map(each -> ListJson.of(each, call.actor())).toList(),
                next(call, found, shown));
    }

    private static Optional<String> next(ApiCall call, List<Lists.Headed> found, List<Lists.Headed> shown) {
        return found.size() > shown.size()
                ? Optional.of(call.next(shown.getLast().list().id().value()))
                : Optional.empty();
    }
}
