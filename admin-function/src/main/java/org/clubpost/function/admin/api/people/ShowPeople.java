package org.clubpost.function.admin.api.people;

import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.Invitation;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/people}: who runs the list, who decides about its posts, and, for owners, who is asked to.
 *
 * @param appoint the use case
 */
public record ShowPeople(Appoint appoint) implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}/people");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_READ);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var people = call.list().people();
        var all = Members.of("owners", people.owners().stream().map(EmailAddress::written).toList()).and("moderators",
                people.moderators().stream().map(EmailAddress::written).toList());
        return ApiAnswer.ok(call.role().may(Permission.CHANGE_LIST)
                ? all.and("invitations", appoint.open(call.list().id()).stream().map(ShowPeople::json).toList())
                : all);
    }

    private static Map<String, Object> json(Invitation invitation) {
        return Members.of("id", invitation.id().value()).and("email", invitation.address().written())
                .and("role", AskedRole.word(invitation.role())).and("how", AskedRole.how(invitation.handsOver()))
                .and("until", invitation.until().toString()).map();
    }
}
