package org.clubpost.function.admin.api.members;

import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code DELETE /lists/LIST/members/MEMBER}: takes a member off, which can be undone for a while; or drops a request to
 * join.
 *
 * @param known finds people
 * @param keep the use case
 * @param done says what was done
 */
public record RemoveMember(Known known, KeepMembers keep, Done done) implements Operation {

    @Override
    public Route route() {
        return Route.delete("/lists/{list}/members/{member}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> switch (keep.remove(call.actor(), call.list(),
                person.person().address())) {
            case Answer.Denied<Boolean> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<Boolean>(var removed) -> ApiAnswer.ok(removed
                    ? done.of(call, "removed", person.id())
                    : done.said(call, "already", person.id()));
        });
    }
}
