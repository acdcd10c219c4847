package org.clubpost.function.admin.api.members;

import java.util.List;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Invite;
import org.clubpost.core.subscription.Membership;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/members}: brings somebody in, on the word of the key's person, who says why; or invites them, so
 * that they decide.
 *
 * @param keep brings people in
 * @param invite asks people by mail
 * @param ids stand for addresses
 * @param done says what was done
 */
public record AddMember(KeepMembers keep, InvitePeople invite, SubscriberIds ids, Done done) implements Operation {

    private static final String EMAIL = "email";
    private static final String NAME = "name";
    private static final String GROUPS = "groups";
    private static final String REASON = "reason";
    private static final String HOW = "how";
    private static final String ADD = "add";
    private static final String INVITE = "invite";
    private static final int MOST_GROUPS = 50;

    /**
     * Whom it is about.
     *
     * @param address the address
     * @param name the name
     * @param groups the groups
     */
    private record Whom(EmailAddress address, PersonName name, Set<GroupName> groups) {}

    @Override
    public Route route() {
        return Route.post("/lists/{list}/members");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(EMAIL, 254).must(), BodyField.text(NAME, 200),
                BodyField.texts(GROUPS, MOST_GROUPS), BodyField.text(REASON, 1000), BodyField.text(HOW, 10));
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var address = EmailAddress.parse(call.text(EMAIL).strip());
        var name = PersonName.parse(call.text(NAME));
        var groups = GroupTexts.of(call, GROUPS);
        if (address.isEmpty()) {
            return Problem.field(EMAIL, "is no address").answer();
        }
        if (name.isEmpty()) {
            return Problem.field(NAME, "is no name").answer();
        }
        if (groups.isEmpty()) {
            return Problem.field(GROUPS, "not all are groups of this list").answer();
        }
        return answer(call, new Whom(address.get(), name.get(), groups.get()));
    }

    private ApiAnswer answer(ApiCall call, Whom whom) {
        var isInvited = call.text(HOW).equals(INVITE);
        if (!isInvited && !call.text(HOW).isEmpty() && !call.text(HOW).equals(ADD)) {
            return Problem.field(HOW, "is neither add nor invite").answer();
        }
        if (!isInvited) {
            return call.text(REASON).isBlank()
                    ? Problem.field(REASON, "must say why the person agrees; it is kept as the record of consent")
                            .answer()
                    : added(call, whom);
        }
        var surplus = List.of(NAME, GROUPS, REASON).stream().filter(call::has).findFirst();
        return surplus.map(field -> Problem.field(field, "has no meaning with an invitation").answer())
                .orElseGet(() -> invited(call, whom.address()));
    }

    private ApiAnswer added(ApiCall call, Whom whom) {
        var member = ids.of(whom.address());
        return switch (keep.add(call.actor(), call.list(),
                new Membership.Newcomer(whom.address(), whom.name(), whom.groups()), call.text(REASON).strip())) {
            case Answer.Denied<Membership.Tally> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<Membership.Tally>(var tally) when tally.notBroughtBack() > 0 -> staysAway();
            case Answer.Allowed<Membership.Tally>(var tally) when tally.added() > 0 ->
                ApiAnswer.created(MemberJson.href(call.list().id(), member.hex()), done.of(call, "added", member));
            case Answer.Allowed<Membership.Tally> _ -> ApiAnswer.ok(done.said(call, "already", member));
        };
    }

    private static ApiAnswer staysAway() {
        return Problem.conflict("This person left, or is not to be written to. Only they can come back.").answer();
    }

    private ApiAnswer invited(ApiCall call, EmailAddress address) {
        if (!(call.actor() instanceof Actor.Owner owner)) {
            return Problem.conflict("Only an owner with an address can invite; the operator has none.").answer();
        }
        return switch (invite.invite(owner, call.list(), address, call.now())) {
            case Answer.Denied<Invite.Outcome> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<Invite.Outcome>(var outcome) -> switch (outcome) {
                case INVITED -> ApiAnswer.accepted(Members.of("outcome", "invited"));
                case MEMBER, WAITS -> ApiAnswer.ok(done.said(call, "already", ids.of(address)));
                case STAYS_AWAY, SUPPRESSED -> staysAway();
                case TOO_MANY -> Problem.of(Problem.Kind.TOO_MANY, "This list has invited as many today as it may.")
                        .answer();
            };
        };
    }
}
