package org.clubpost.function.admin.members;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Invite;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.Membership.Telling;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * The form by which one person is brought in, on the owner's word or by an invitation.
 *
 * @param keep brings people in
 * @param invite asks people by mail
 * @param ids stand for addresses
 * @param latest finds what was just done
 */
public record Newcomers(KeepMembers keep, InvitePeople invite, SubscriberIds ids, LatestEntry latest) {

    static final String ADDRESS = "address";
    static final String DO = "do";
    private static final String NAME = "name";
    private static final String REASON = "reason";
    private static final String MAIL = "mail";
    private static final String INVITE = "invite";
    static final Map<String, Integer> FIELDS = Map.of(ADDRESS, 254, NAME, 200, REASON, 1000, MAIL, 3, DO, 10);

    /** The form as it was filled in; the mail goes out unless somebody said otherwise. */
    static Map<String, Object> typed(RoomVisit visit) {
        return Map.of(ADDRESS, visit.text(ADDRESS), NAME, visit.text(NAME), REASON, visit.text(REASON), MAIL,
                visit.has(MAIL) || !visit.has(DO), "typed", visit.has(DO));
    }

    /**
     * Does what the form asks for.
     *
     * @param again shows the page again
     */
    RoomAnswer act(RoomVisit visit, Function<RoomVisit, RoomAnswer> again) {
        var words = visit.words();
        var address = EmailAddress.parse(visit.text(ADDRESS).strip());
        var name = PersonName.parse(visit.text(NAME).strip());
        if (address.isEmpty() || name.isEmpty()) {
            return again.apply(visit).withProblem(400,
                    words.text(address.isEmpty() ? "members.no-address" : "member.not-possible"));
        }
        if (visit.text(DO).equals(INVITE)) {
            return invited(visit, address.get(), again);
        }
        if (visit.text(REASON).isBlank()) {
            return again.apply(visit).withProblem(400, words.text("members.no-reason"));
        }
        var isTold = visit.has(MAIL);
        return switch (keep.telling(isTold ? Telling.NEWCOMERS : Telling.NOBODY).add(visit.actor(), visit.list(),
                new Newcomer(address.get(), name.get()), visit.text(REASON).strip())) {
            case Answer.Denied<Membership.Tally> _ -> again.apply(visit).withProblem(403, words.text("undo.denied"));
            case Answer.Allowed<Membership.Tally>(var tally) -> tally.notBroughtBack() > 0
                    ? again.apply(visit).withProblem(409, words.text("members.stays-away"))
                    : RoomAnswer.done(visit.room("members", ids.of(address.get()).hex()), tally.added() > 0
                            ? new Notice(words.text(isTold ? "members.added" : "members.added.silently"),
                                    latest.of(visit))
                            : Notice.of(words.text("members.already")));
        };
    }

    private RoomAnswer invited(RoomVisit visit, EmailAddress address, Function<RoomVisit, RoomAnswer> again) {
        var words = visit.words();
        return switch (invite.invite(visit.actor(), visit.list(), address, visit.now())) {
            case Answer.Denied<Invite.Outcome> _ -> again.apply(visit).withProblem(403, words.text("undo.denied"));
            case Answer.Allowed<Invite.Outcome>(var outcome) -> said(outcome)
                    .map(problem -> again.apply(visit).withProblem(409, words.text(problem)))
                    .orElseGet(() -> RoomAnswer.done(visit.path(), Notice.of(words.text("members.invited"))));
        };
    }

    /** Why nobody was invited. */
    private static Optional<String> said(Invite.Outcome outcome) {
        return switch (outcome) {
            case INVITED -> Optional.empty();
            case MEMBER, WAITS -> Optional.of("members.already");
            case STAYS_AWAY, SUPPRESSED -> Optional.of("members.stays-away");
            case TOO_MANY -> Optional.of("members.invite.too-many");
        };
    }
}
