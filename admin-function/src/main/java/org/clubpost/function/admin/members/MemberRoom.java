package org.clubpost.function.admin.members;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.admin.History;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.TendBounces;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.privacy.EraseByOwners;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.frame.Confirmation;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.site.ActWords;

/**
 * {@code /rooms/LIST/members/KEY}: one person on the list, with what happened to them, and a form for each thing that may be
 * changed.
 *
 * @param subscribers who is on the lists
 * @param desk what is kept of one, in one read
 * @param history what happened to people
 * @param acts tells it in words
 * @param tools what may be done
 */
public record MemberRoom(Subscribers subscribers, Desk desk, History history, ActWords acts,
        Tools tools) implements Room {

    private static final String DO = "do";
    private static final String SURE = "sure";
    private static final KnownFields FIELDS = new KnownFields(Map.of(DO, 10, SURE, 3, "address", 254, "name", 200,
            "until", 10, "tongue", 35, "remark", MemberText.LONGEST), true);

    /**
     * What may be done with a member.
     *
     * @param edit changes what is stored
     * @param keep takes members off and brings them back
     * @param bounces lets mail go to somebody again
     * @param eraser erases people
     * @param latest finds what was just done
     */
    public record Tools(EditMember edit, KeepMembers keep, TendBounces bounces, EraseByOwners eraser,
            LatestEntry latest) {}

    @Override
    public RoomPath path() {
        return RoomPath.ofList("members", RoomPath.ANY);
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    private Optional<Subscriber.Known> known(RoomVisit visit) {
        return SubscriberId.parse(visit.piece(0)).flatMap(id -> subscribers.find(visit.list().id(), id))
                .map(Stored::subscriber).filter(Subscriber.Known.class::isInstance).map(Subscriber.Known.class::cast);
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return SubscriberId.parse(visit.piece(0)).flatMap(id -> desk.member(visit.list().id(), id))
                .filter(file -> file.subscriber() instanceof Subscriber.Known)
                .map(file -> page(visit, file, (Subscriber.Known) file.subscriber()))
                .orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer page(RoomVisit visit, Desk.MemberFile file, Subscriber.Known known) {
        var person = known.person();
        var remark = tools.edit().remark(visit.actor(), visit.list(), known,
                file.remark()) instanceof Answer.Allowed<String>(var text)
                        ? text
                        : "";
        var model = new HashMap<String, Object>();
        model.put("facts", MemberFacts.of(visit, known));
        model.put("remark", remark.isEmpty() ? List.of() : List.of(remark));
        model.put("back", visit.room("members"));
        model.put("latelyHref", visit.room("members", known.id().hex(), "posts"));
        model.put("consentHref", visit.room("members", known.id().hex(), "consent"));
        model.put("action", visit.path());
        model.put("mayChange", visit.may(Permission.CHANGE_MEMBERS));
        model.put("forms", visit.may(Permission.CHANGE_MEMBERS)
                ? MemberForms.of(visit, known, remark)
                : List.of());
        model.put("history", MemberFacts.told(visit, acts, history.of(visit.list(), known.id(),
                Optional.of(file.subscriber()), visit.now())));
        var back = MemberFacts.cameBack(visit, file.bounces());
        model.put("cameBack", back);
        model.put("hasCameBack", !back.isEmpty());
        return RoomAnswer.page(this, "member", person.name().isGiven()
                ? person.name().text()
                : person.address().written(), model);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return known(visit).map(known -> act(visit, known)).orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer act(RoomVisit visit, Subscriber.Known known) {
        var actor = visit.actor();
        var list = visit.list();
        var edit = tools.edit();
        return switch (visit.text(DO)) {
            case "address" -> EmailAddress.parse(visit.text("address").strip())
                    .map(to -> edited(visit, edit.address(actor, list, known.id(), to)))
                    .orElseGet(() -> refused(visit, "members.no-address"));
            case "name" -> PersonName.parse(visit.text("name").strip())
                    .map(name -> edited(visit, edit.name(actor, list, known.id(), name)))
                    .orElseGet(() -> refused(visit, "member.not-possible"));
            case "pause" -> visit.has("until") && Browse.day(visit.text("until")).isEmpty()
                    ? refused(visit, "member.not-possible")
                    : edited(visit, edit.pause(actor, list, known.id(), Browse.day(visit.text("until"))));
            case "groups" -> edited(visit, edit.groups(actor, list, known.id(), list.groups().all().stream()
                    .filter(group -> visit.has(MemberForms.GROUP + group.value())).collect(Collectors.toSet())));
            case "language" -> language(visit).map(tongue -> edited(visit, edit.language(actor, list, known.id(),
                    tongue))).orElseGet(() -> refused(visit, "member.not-possible"));
            case "remark" -> remarked(visit, known);
            case "remove" -> removed(visit, known);
            case "restore" -> restored(visit, known);
            case "release" -> released(visit, known);
            case "erase" -> erase(visit, known);
            default -> RoomAnswer.goTo(visit.path());
        };
    }

    private static Optional<Locale> language(RoomVisit visit) {
        return Languages.ALL.stream().filter(each -> each.toLanguageTag().equals(visit.text("tongue"))).findFirst();
    }

    private RoomAnswer remarked(RoomVisit visit, Subscriber.Known known) {
        var text = visit.text("remark").replace("\r\n", "\n").strip();
        return switch (tools.edit().remark(visit.actor(), visit.list(), known.id(), text)) {
            case Answer.Denied<EditMember.Outcome> _ -> refused(visit, "undo.denied");
            case Answer.Allowed<EditMember.Outcome>(var outcome) when outcome instanceof EditMember.Outcome.NotPossible ->
                refused(visit, "member.not-possible");
            case Answer.Allowed<EditMember.Outcome> _ -> done(visit, visit.path(), "member.changed");
        };
    }

    private RoomAnswer edited(RoomVisit visit, Answer<EditMember.Outcome> answer) {
        return switch (answer) {
            case Answer.Denied<EditMember.Outcome> _ -> refused(visit, "undo.denied");
            case Answer.Allowed<EditMember.Outcome>(var outcome) -> switch (outcome) {
                case EditMember.Outcome.Done(var member) ->
                    RoomAnswer.done(visit.room("members", member.id().hex()), new Notice(
                            visit.words().text("member.changed"), visit.text(DO).equals("address")
                                    ? tools.latest().ofMove(visit)
                                    : tools.latest().of(visit)));
                case EditMember.Outcome.NoMember _ -> refused(visit, "member.gone");
                case EditMember.Outcome.Taken _ -> refused(visit, "member.taken");
                case EditMember.Outcome.Away _ -> refused(visit, "members.stays-away");
                case EditMember.Outcome.NotNow _ -> refused(visit, "member.not-now");
                case EditMember.Outcome.NotPossible _ -> refused(visit, "member.not-possible");
            };
        };
    }

    private RoomAnswer removed(RoomVisit visit, Subscriber.Known known) {
        return switch (tools.keep().remove(visit.actor(), visit.list(), known.person().address())) {
            case Answer.Denied<Boolean> _ -> refused(visit, "undo.denied");
            case Answer.Allowed<Boolean> _ -> done(visit, visit.room("members"), "member.removed");
        };
    }

    private RoomAnswer restored(RoomVisit visit, Subscriber.Known known) {
        return switch (tools.keep().restore(visit.actor(), visit.list(), known.person().address())) {
            case Answer.Allowed<KeepMembers.Restoration>(var result) when result instanceof KeepMembers.Restoration.Back
                    || result instanceof KeepMembers.Restoration.Member ->
                done(visit, visit.path(), "member.changed");
            case Answer.Allowed<KeepMembers.Restoration> _ -> refused(visit, "undo.final");
            case Answer.Denied<KeepMembers.Restoration> _ -> refused(visit, "undo.denied");
        };
    }

    private RoomAnswer released(RoomVisit visit, Subscriber.Known known) {
        return switch (tools.bounces().release(visit.actor(), visit.list(), known.person().address())) {
            case Answer.Denied<TendBounces.Outcome> _ -> refused(visit, "undo.denied");
            case Answer.Allowed<TendBounces.Outcome>(var outcome) -> switch (outcome) {
                case BACK, DONE -> RoomAnswer.done(visit.path(), Notice.of(visit.words().text("member.changed")));
                case COMPLAINED -> refused(visit, "member.not-now");
                case NO_MEMBER -> refused(visit, "member.gone");
            };
        };
    }

    /** What cannot be undone is asked first. */
    private RoomAnswer erase(RoomVisit visit, Subscriber.Known known) {
        if (!visit.has(SURE)) {
            return Confirmation.asking(visit, visit.words().text("member.erase.title"))
                    .saying(known.person().address().written()).saying(visit.words().text("member.erase.text"))
                    .sending(DO, "erase").sending(SURE, "yes").button(visit.words().text("member.erase.button"));
        }
        return switch (tools.eraser().erase(visit.actor(), List.of(visit.list()), known.id())) {
            case Answer.Denied<?> _ -> refused(visit, "undo.denied");
            case Answer.Allowed<?> _ ->
                RoomAnswer.done(visit.room("members"), Notice.of(visit.words().text("member.erased")));
        };
    }

    private RoomAnswer done(RoomVisit visit, String path, String text) {
        return RoomAnswer.done(path, new Notice(visit.words().text(text), tools.latest().of(visit)));
    }

    private RoomAnswer refused(RoomVisit visit, String text) {
        return show(visit).withProblem(409, visit.words().text(text));
    }
}
