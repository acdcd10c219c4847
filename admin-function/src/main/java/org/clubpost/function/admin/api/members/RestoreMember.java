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
 * {@code POST /lists/LIST/members/MEMBER/restore}: brings back who was taken off.
 *
 * @param known finds people
 * @param keep the use case
 * @param done says what was done
 */
public record RestoreMember(Known known, KeepMembers keep, Done done) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/members/{member}/restore");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> switch (keep.restore(call.actor(), call.list(),
                person.person().address())) {
            case Answer.Denied<KeepMembers.Restoration> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<KeepMembers.Restoration>(var result) -> switch (result) {
                case KeepMembers.Restoration.Back _ -> ApiAnswer.ok(done.of(call, "restored", person.id()));
                case KeepMembers.Restoration.Member _ -> ApiAnswer.ok(done.said(call, "already", person.id()));
                case KeepMembers.Restoration.AskedAgain _ ->
                    Problem.conflict("The person has asked to join again since. The request goes its way.").answer();
                case KeepMembers.Restoration.OwnWish _ ->
                    Problem.conflict("The person left, or was erased. Only they can come back.").answer();
                case KeepMembers.Restoration.TooLate _ ->
                    Problem.conflict("It is too long ago. Nothing is kept of the membership any more.").answer();
                case KeepMembers.Restoration.Unknown _ ->
                    Problem.conflict("Nobody took this person off.").answer();
            };
        });
    }
}
