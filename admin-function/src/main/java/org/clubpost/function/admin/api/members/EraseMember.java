package org.clubpost.function.admin.api.members;

import java.util.List;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.person.Scope;
import org.clubpost.core.privacy.EraseByOwners;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/members/MEMBER/erase}: erases everything about somebody on this list but the key. It cannot be
 * undone.
 *
 * @param known finds people
 * @param eraser the use case
 */
public record EraseMember(Known known, EraseByOwners eraser) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/members/{member}/erase");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> switch (eraser.erase(call.actor(), List.of(call.list()), person.id())) {
            case Answer.Denied<List<MailingList>> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<List<MailingList>> _ -> ApiAnswer.ok(Members.of("outcome", "erased"));
        });
    }
}
