package org.clubpost.function.admin.api.members;

import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.TendBounces;
import org.clubpost.core.person.Scope;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/members/MEMBER/release} and {@code …/probe}: has mail go to somebody again whose mail came back;
 * or has it found out whether mail arrives.
 *
 * @param known finds people
 * @param bounces the use case
 * @param done says what was done
 * @param isProbe which of the two
 */
public record ReleaseMember(Known known, TendBounces bounces, Done done, boolean isProbe) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/members/{member}/" + (isProbe ? "probe" : "release"));
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> switch (asked(call, person)) {
            case Answer.Denied<TendBounces.Outcome> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<TendBounces.Outcome>(var outcome) -> switch (outcome) {
                case BACK, DONE ->
                    ApiAnswer.ok(done.said(call, isProbe ? "probed" : "released", person.id()));
                case COMPLAINED ->
                    Problem.conflict("The person complained. Only they can come back.").answer();
                case NO_MEMBER -> Problem.conflict("This person is no member now.").answer();
            };
        });
    }

    private Answer<TendBounces.Outcome> asked(ApiCall call, Subscriber.Known person) {
        var address = person.person().address();
        return isProbe
                ? bounces.probe(call.actor(), call.list(), address)
                : bounces.release(call.actor(), call.list(), address);
    }
}
