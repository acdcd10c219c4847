package org.clubpost.function.admin.api.people;

import java.util.List;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/people/remove}: takes a role from somebody, or gives up the person's own. The address is in the
 * body, because paths stand in logs.
 *
 * @param appoint the use case
 */
public record TakeRole(Appoint appoint) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/people/remove");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.SETTINGS_WRITE);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(AskedRole.EMAIL, AskedRole.MOST_OF_EMAIL).must(),
                BodyField.text(AskedRole.ROLE, AskedRole.MOST_OF_WORD).must());
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return AskedRole.check(call).wrong();
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return answer(appoint.remove(call.actor(), call.list().id(), AskedRole.email(call).orElseThrow(),
                AskedRole.of(call).orElseThrow()));
    }

    private static ApiAnswer answer(Appoint.Outcome outcome) {
        return switch (outcome) {
            case Appoint.Outcome.Done _ -> ApiAnswer.ok(Members.of("outcome", "removed"));
            case Appoint.Outcome.AlreadySo _ -> ApiAnswer.ok(Members.of("outcome", "already"));
            case Appoint.Outcome.LastOwner _ ->
                Problem.conflict("A list has an owner, and this is the last one.").answer();
            case Appoint.Outcome.Denied _ -> Problem.notAllowed().answer();
            case Appoint.Outcome.Unknown _,Appoint.Outcome.Invited _,Appoint.Outcome.TooMany _ ->
                Problem.notFound("The list is gone.").answer();
        };
    }
}
