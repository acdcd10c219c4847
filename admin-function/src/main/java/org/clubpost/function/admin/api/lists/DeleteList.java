package org.clubpost.function.admin.api.lists;

import java.util.List;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/delete}: deletes a list with its members, for whoever repeats its name. It can come back for a
 * week.
 *
 * @param delete the use case
 */
public record DeleteList(DeleteLists delete) implements Operation {

    private static final String NAME = "name";

    @Override
    public Route route() {
        return Route.post("/lists/{list}/delete");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_WRITE, Permission.DELETE_LIST);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(NAME, 200).must());
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return switch (delete.delete(call.actor(), call.list().id(), call.text(NAME))) {
            case DeleteLists.Outcome.Deleted(var list, var until) -> ApiAnswer.ok(Members.of("outcome", "deleted")
                    .and("id", list.id().value()).and("until", until.toString())
                    .and("restore", Route.ROOT + "/deleted-lists/" + list.id() + "/restore"));
            case DeleteLists.Outcome.OtherName _ ->
                Problem.field(NAME, "is not the name of this list; nothing was deleted").answer();
            case DeleteLists.Outcome.Denied _ -> Problem.notAllowed().answer();
            case DeleteLists.Outcome.Unknown _,DeleteLists.Outcome.Back _ ->
                Problem.notFound("The list is gone.").answer();
        };
    }
}
