package org.clubpost.function.admin.api.members;

import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/members/MEMBER/approve} and {@code …/decline}: lets somebody in who waits for the owners, or does
 * not.
 *
 * @param known finds people
 * @param applicants the use case
 * @param done says what was done
 * @param isIn which of the two
 */
public record AnswerApplicant(Known known, AnswerApplicants applicants, Done done,
        boolean isIn) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/members/{member}/" + (isIn ? "approve" : "decline"));
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> switch (asked(call, person)) {
            case Answer.Denied<Boolean> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<Boolean>(var found) -> found
                    ? ApiAnswer.ok(done.said(call, isIn ? "approved" : "declined", person.id()))
                    : Problem.conflict("This person does not wait for the owners.").answer();
        });
    }

    private Answer<Boolean> asked(ApiCall call, Subscriber.Known person) {
        var address = person.person().address();
        return isIn
                ? applicants.letIn(call.actor(), call.list(), address)
                : applicants.refuse(call.actor(), call.list(), address);
    }
}
