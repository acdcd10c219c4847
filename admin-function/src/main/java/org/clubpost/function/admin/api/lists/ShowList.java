package org.clubpost.function.admin.api.lists;

import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Route;

/** {@code GET /lists/LIST}: one list. */
public record ShowList() implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_READ);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return ApiAnswer.ok(ListJson.of(call.headed(), call.actor()));
    }
}
