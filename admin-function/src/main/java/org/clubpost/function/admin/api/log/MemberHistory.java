package org.clubpost.function.admin.api.log;

import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Undoable;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/members/MEMBER/history}: what happened to somebody on the list, newest first.
 *
 * @param history knows it
 */
public record MemberHistory(History history) implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}/members/{member}/history");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_READ, Permission.SEE_MEMBERS);
    }

    @Override
    public Set<String> query() {
        return Query.PAGES;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var member = SubscriberId.parse(call.piece("member"));
        var all = member.map(id -> history.of(call.list(), id, call.now())).filter(told -> !told.isEmpty());
        if (all.isEmpty()) {
            return Problem.notFound("Nobody with this id is known on this list.").answer();
        }
        var behind = call.query().cursor().flatMap(EntryId::parse);
        var rest = all.get().reversed().stream()
                .filter(entry -> behind.filter(last -> entry.id().compareTo(last) >= 0).isEmpty())
                .limit(call.query().limit() + 1L).toList();
        var shown = rest.stream().limit(call.query().limit()).toList();
        var undoable = Undoable.of(call.actor(), call.list(), all.get(), call.now());
        return ApiAnswer.page(shown.stream().map(entry -> LogJson.of(entry, undoable)).toList(),
                rest.size() > shown.size()
                        ? Optional.of(call.next(shown.getLast().id().value()))
                        : Optional.empty());
    }
}
