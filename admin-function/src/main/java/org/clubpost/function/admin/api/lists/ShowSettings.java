package org.clubpost.function.admin.api.lists;

import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Route;

/** {@code GET /lists/LIST/settings}: every setting as it is typed. */
public record ShowSettings() implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}/settings");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_READ, Permission.CHANGE_LIST);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return ApiAnswer.ok(ListSettings.shown(call.list()));
    }
}
