package org.clubpost.function.admin.api.members;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Invite;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Telling;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.api.Welcome;

/**
 * {@code POST /lists/LIST/members}: brings somebody in, on the word of the key's person, who says why, and has them told so;
 * or invites them, so that they decide.
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
                BodyField.texts(GROUPS, MOST_GROUPS), BodyField.text(REASON, 1000), BodyField.text(HOW, 10),
                Welcome.field());
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        var isInvited = isInvited(call);
        var check = new FieldCheck()
                .that(address(call).isPresent(), EMAIL, "is no address")
                .that(name(call).isPresent(), NAME, "is no name")
                .and(GroupTexts.wrong(call, GROUPS))
                .that(isInvited || List.of("", ADD).contains(call.text(HOW)), HOW, "is neither add nor invite")
                .that(Welcome.of(call).isPresent(), Welcome.FIELD, Welcome.WRONG);
        if (!isInvited) {
            return check.that(!call.text(REASON).isBlank(), REASON,
                    "must say why the person agrees; it is kept as the record of consent").wrong();
        }
        List.of(NAME, GROUPS, REASON, Welcome.FIELD)
                .forEach(field -> check.that(!call.has(field), field, "has no meaning with an invitation"));
        return check.wrong();
    }

    private static boolean isInvited(ApiCall call) {
        return call.text(HOW).equals(INVITE);
    }

    private static Optional<EmailAddress> address(ApiCall call) {
        return EmailAddress.parse(call.text(EMAIL).strip());
    }

    private static Optional<PersonName> name(ApiCall call) {
        return PersonName.parse(call.text(NAME));
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var address = address(call).orElseThrow();
        return isInvited(call)
                ? invited(call, address)
                : added(call, new Membership.Newcomer(address, name(call).orElseThrow(), GroupTexts.of(call, GROUPS)));
    }

    private ApiAnswer added(ApiCall call, Membership.Newcomer newcomer) {
        var member = ids.of(newcomer.address());
        return switch (keep.telling(Welcome.tells(call) ? Telling.NEWCOMERS : Telling.NOBODY).add(call.actor(),
                call.list(), newcomer, call.text(REASON).strip())) {
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
        return switch (invite.invite(call.actor(), call.list(), address, call.now())) {
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
