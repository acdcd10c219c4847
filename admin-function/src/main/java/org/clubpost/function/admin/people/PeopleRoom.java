package org.clubpost.function.admin.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.Invitation;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.function.admin.frame.Confirmation;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/people}: who runs the list and who decides about its posts. Owners ask others and take roles away;
 * whoever has a role gives it up here.
 *
 * @param appoint the use case
 */
public record PeopleRoom(Appoint appoint) implements Room {

    private static final String WISH = "wish";
    private static final String ADDRESS = "address";
    private static final String ROLE = "role";
    private static final String ENTRY = "entry";
    private static final int MOST_OF_ADDRESS = 254;
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(WISH, 20, ADDRESS, MOST_OF_ADDRESS, ROLE, 12, ENTRY, 20), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("people");
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("people.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return page(visit, false);
    }

    private RoomAnswer page(RoomVisit visit, boolean isWrong) {
        var words = visit.words();
        var people = visit.list().people();
        var mayChange = visit.may(Permission.CHANGE_LIST);
        var model = new HashMap<String, Object>();
        model.put("mayChange", mayChange);
        model.put("groups", List.of(group(visit, "people.owners", people.owners(), Role.OWNER),
                group(visit, "people.moderators", people.moderators(), Role.MODERATOR)));
        model.put("invitations", mayChange
                ? appoint.open(visit.list().id()).stream().map(each -> row(visit, each)).toList()
                : List.of());
        model.put("hasInvitations", !List.of().equals(model.get("invitations")));
        model.put("fields", Field.shown(Field.line("email", ADDRESS, words.text("people.address"),
                isWrong ? visit.text(ADDRESS) : "", MOST_OF_ADDRESS).required().wrong(isWrong),
                Field.choice(ROLE, words.text("people.as"), List.of(
                        new Field.Option(Role.MODERATOR.name(), words.text("people.as.MODERATOR")),
                        new Field.Option(Role.OWNER.name(), words.text("people.as.OWNER"))),
                        visit.text(ROLE).equals(Role.OWNER.name()) ? Role.OWNER.name() : Role.MODERATOR.name())));
        model.put("mayHandOver", mine(visit).filter(people.owners()::contains).isPresent());
        return RoomAnswer.page(this, "people", words.text("people.title"), model);
    }

    private static Map<String, Object> group(RoomVisit visit, String name, List<EmailAddress> people, Role role) {
        return Map.of("name", visit.words().text(name), "text", visit.words().text(name + ".text"), "rows",
                people.stream().map(each -> row(visit, each, role)).toList(), "isEmpty", people.isEmpty());
    }

    private static Optional<EmailAddress> mine(RoomVisit visit) {
        return visit.actor() instanceof Actor.Owner(var address) ? Optional.of(address) : Optional.empty();
    }

    private static Map<String, Object> row(RoomVisit visit, EmailAddress address, Role role) {
        var isMine = mine(visit).equals(Optional.of(address));
        var isLast = role == Role.OWNER && visit.list().people().owners().size() == 1;
        return Map.of("address", address.written(), "role", role.name(), "isMine", isMine, "button",
                (isMine || visit.may(Permission.CHANGE_LIST)) && !isLast
                        ? List.of(visit.words().text(isMine ? "people.resign" : "people.remove"))
                        : List.of(),
                "isLast", isLast);
    }

    private static Map<String, Object> row(RoomVisit visit, Invitation invitation) {
        return Map.of("address", invitation.address().written(), "entry", invitation.id().value(), "as",
                visit.words().text("people.as." + invitation.role()), "until", visit.words().text("people.until",
                        Map.of("day", visit.words().day(invitation.until(), visit.zone()))));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return switch (visit.text(WISH)) {
            case "invite" -> invite(visit, false);
            case "hand-over" -> invite(visit, true);
            case "ask" -> ask(visit);
            case "remove" -> remove(visit);
            case "withdraw" -> EntryId.parse(visit.text(ENTRY)).map(entry -> answer(visit,
                    appoint.withdraw(visit.actor(), visit.list().id(), entry), "people.withdrawn"))
                    .orElseGet(RoomAnswer::notFound);
            default -> RoomAnswer.goTo(visit.path());
        };
    }

    private RoomAnswer invite(RoomVisit visit, boolean handsOver) {
        var address = EmailAddress.parse(visit.text(ADDRESS).strip());
        if (address.isEmpty()) {
            return page(visit, true).withProblem(400, visit.words().text("people.wrong"));
        }
        var role = handsOver || visit.text(ROLE).equals(Role.OWNER.name()) ? Role.OWNER : Role.MODERATOR;
        return answer(visit, appoint.invite(visit.actor(), visit.list().id(), address.get(), role, handsOver), "");
    }

    private static Optional<Role> role(RoomVisit visit) {
        return Stream.of(Role.OWNER, Role.MODERATOR).filter(role -> role.name().equals(visit.text(ROLE))).findFirst();
    }

    /** Asks before somebody loses a role. */
    private static RoomAnswer ask(RoomVisit visit) {
        var isMine = mine(visit).map(EmailAddress::written).equals(Optional.of(visit.text(ADDRESS)));
        var name = isMine ? "people.resign" : "people.remove";
        return Confirmation.asking(visit, visit.words().text(name + ".title"))
                .saying(visit.words().text(name + ".text", Map.of("who", visit.text(ADDRESS), "as",
                        role(visit).map(role -> visit.words().text("people.as." + role)).orElse(""))))
                .sending(WISH, "remove").sending(ADDRESS, visit.text(ADDRESS)).sending(ROLE, visit.text(ROLE))
                .button(visit.words().text(name));
    }

    private RoomAnswer remove(RoomVisit visit) {
        var address = EmailAddress.parse(visit.text(ADDRESS));
        var role = role(visit);
        if (address.isEmpty() || role.isEmpty()) {
            return RoomAnswer.goTo(visit.path());
        }
        var outcome = appoint.remove(visit.actor(), visit.list().id(), address.get(), role.get());
        var answer = answer(visit, outcome, "people.removed");
        return outcome instanceof Appoint.Outcome.Done done && Role.of(visit.actor(), done.list()).isEmpty()
                ? RoomAnswer.done(RoomPath.ROOT, Notice.of(visit.words().text("people.resigned")))
                : answer;
    }

    private static RoomAnswer answer(RoomVisit visit, Appoint.Outcome outcome, String done) {
        var words = visit.words();
        var said = switch (outcome) {
            case Appoint.Outcome.Invited(var invitation) -> words.text("people.invited",
                    Map.of("who", invitation.address().written()));
            case Appoint.Outcome.Done(_, var address, _) -> words.text(done, Map.of("who", address.written()));
            case Appoint.Outcome.AlreadySo _ -> words.text("people.already");
            case Appoint.Outcome.TooMany _ -> words.text("people.too-many");
            case Appoint.Outcome.LastOwner _ -> words.text("people.last-owner");
            case Appoint.Outcome.Unknown _ -> words.text("people.gone");
            case Appoint.Outcome.Denied _ -> words.text("people.denied");
        };
        return RoomAnswer.done(visit.path(), Notice.of(said));
    }
}
