package org.clubpost.function.admin.api.people;

import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code DELETE /lists/LIST/people/invitations/INVITATION}: takes back what somebody was asked.
 *
 * @param appoint the use case
 */
public record WithdrawOffer(Appoint appoint) implements Operation {

    private static final String INVITATION = "invitation";

    @Override
    public Route route() {
        return Route.delete("/lists/{list}/people/invitations/{invitation}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.SETTINGS_WRITE, Permission.CHANGE_LIST);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return EntryId.parse(call.piece(INVITATION))
                .map(entry -> answer(appoint.withdraw(call.actor(), call.list().id(), entry)))
                .orElseGet(WithdrawOffer::unknown);
    }

    private static ApiAnswer unknown() {
        return Problem.notFound("Nobody is asked by an invitation of that name.").answer();
    }

    private static ApiAnswer answer(Appoint.Outcome outcome) {
        return switch (outcome) {
            case Appoint.Outcome.Done _ -> ApiAnswer.ok(Members.of("outcome", "withdrawn"));
            case Appoint.Outcome.AlreadySo _ -> ApiAnswer.ok(Members.of("outcome", "already"));
            case Appoint.Outcome.Denied _ -> Problem.notAllowed().answer();
            case Appoint.Outcome.Unknown _,Appoint.Outcome.Invited _,Appoint.Outcome.TooMany _,Appoint.Outcome.LastOwner _ ->
                unknown();
        };
    }
}
