package org.clubpost.function.admin.api.lists;

import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /deleted-lists/LIST/restore}: brings a deleted list back, as it was.
 *
 * @param delete the use case
 */
public record RestoreList(DeleteLists delete) implements Operation {

    private static final String DELETED = "deleted";

    @Override
    public Route route() {
        return Route.post("/deleted-lists/{deleted}/restore");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_WRITE);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return ListId.parse(call.piece(DELETED)).filter(call.key().key()::isFor)
                .map(id -> answer(delete.restore(call.actor(), id))).orElseGet(RestoreList::unknown);
    }

    /** Whose list it is not learns no more than whoever makes a name up. */
    private static ApiAnswer answer(DeleteLists.Outcome outcome) {
        return switch (outcome) {
            case DeleteLists.Outcome.Back(var list) -> ApiAnswer.ok(Members.of("outcome", "back")
                    .and("id", list.id().value()).and("href", Route.ROOT + "/lists/" + list.id()));
            case DeleteLists.Outcome.Unknown _,DeleteLists.Outcome.Denied _ -> unknown();
            case DeleteLists.Outcome.OtherName _,DeleteLists.Outcome.Deleted _ ->
                throw new IllegalStateException("not asked for here");
        };
    }

    private static ApiAnswer unknown() {
        return Problem.notFound("There is no such list that the person can bring back.").answer();
    }
}
