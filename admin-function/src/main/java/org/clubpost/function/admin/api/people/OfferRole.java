package org.clubpost.function.admin.api.people;

import java.util.List;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
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
 * {@code POST /lists/LIST/people}: asks somebody by mail to run the list, or to decide about its posts. Nothing changes
 * before they accept.
 *
 * @param appoint the use case
 */
public record OfferRole(Appoint appoint) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/people");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.SETTINGS_WRITE, Permission.CHANGE_LIST);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(AskedRole.EMAIL, AskedRole.MOST_OF_EMAIL).must(),
                BodyField.text(AskedRole.ROLE, AskedRole.MOST_OF_WORD).must(),
                BodyField.text(AskedRole.HOW, AskedRole.MOST_OF_WORD));
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        var handsOver = AskedRole.handsOver(call);
        return AskedRole.check(call)
                .that(handsOver.isPresent()
                        && (!handsOver.get() || mayHandOver(call, AskedRole.of(call).orElse(Role.MODERATOR))),
                        AskedRole.HOW, "is beside, or hand-over where an owner asks an owner")
                .wrong();
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return answer(appoint.invite(call.actor(), call.list().id(), AskedRole.email(call).orElseThrow(),
                AskedRole.of(call).orElseThrow(), AskedRole.handsOver(call).orElseThrow()));
    }

    private static boolean mayHandOver(ApiCall call, Role role) {
        return role == Role.OWNER && call.actor() instanceof Actor.Owner;
    }

    private static ApiAnswer answer(Appoint.Outcome outcome) {
        return switch (outcome) {
            case Appoint.Outcome.Invited(var invitation) -> ApiAnswer.accepted(Members.of("outcome", "invited")
                    .and("invitation", invitation.id().value()).and("until", invitation.until().toString()));
            case Appoint.Outcome.AlreadySo _ -> ApiAnswer.ok(Members.of("outcome", "already"));
            case Appoint.Outcome.TooMany _ ->
                Problem.conflict("So many people are asked that nobody else can be, or this "
                        + "one was asked often enough today.").answer();
            case Appoint.Outcome.Denied _ -> Problem.notAllowed().answer();
            case Appoint.Outcome.Unknown _,Appoint.Outcome.Done _,Appoint.Outcome.LastOwner _ ->
                Problem.notFound("The list is gone.").answer();
        };
    }
}
