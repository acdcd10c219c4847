package org.clubpost.function.admin.api.lists;

import java.util.Map;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /deleted-lists}: the deleted lists that the person can bring back.
 *
 * @param delete the use case
 */
public record ListDeleted(DeleteLists delete) implements Operation {

    @Override
    public Route route() {
        return Route.get("/deleted-lists");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_READ);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return ApiAnswer.ok(Members.of("items", delete.mine(call.actor()).stream()
                .filter(each -> call.key().key().isFor(each.list().id())).map(ListDeleted::json).toList()));
    }

    private static Map<String, Object> json(DeletedLists.Deleted deleted) {
        var list = deleted.list();
        return Members.of("id", list.id().value()).and("name", list.profile().name())
                .and("email", list.address().written()).and("until", deleted.until().toString())
                .and("restore", Route.ROOT + "/deleted-lists/" + list.id() + "/restore").map();
    }
}
