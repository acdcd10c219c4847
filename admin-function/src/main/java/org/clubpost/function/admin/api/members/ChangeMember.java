package org.clubpost.function.admin.api.members;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;

/**
 * {@code PATCH /lists/LIST/members/MEMBER}: changes what the body has; the rest stays. All of it is checked before any of it
 * is done. Each change is an act of its own in the log. The address is changed first, because only that can still turn out
 * to be somebody else's.
 *
 * @param known finds people
 * @param edit the use case
 * @param done says what was done
 */
public record ChangeMember(Known known, EditMember edit, Done done) implements Operation {

    private static final String EMAIL = "email";
    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    private static final String GROUPS = "groups";
    private static final String PAUSED_UNTIL = "pausedUntil";
    private static final String REMARK = "remark";
    private static final String CHANGED = "changed";
    private static final int MOST_GROUPS = 50;

    /** One change, about whoever has that key by now. */
    private interface Step {

        Answer<EditMember.Outcome> make(SubscriberId member);
    }

    @Override
    public Route route() {
        return Route.patch("/lists/{list}/members/{member}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(EMAIL, 254), BodyField.text(NAME, 200), BodyField.text(LANGUAGE, 35),
                BodyField.texts(GROUPS, MOST_GROUPS), BodyField.textOrNull(PAUSED_UNTIL, 10),
                BodyField.text(REMARK, MemberText.LONGEST));
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return new FieldCheck()
                .that(!call.has(EMAIL) || address(call).isPresent(), EMAIL, "is no address")
                .that(!call.has(NAME) || name(call).isPresent(), NAME, "is no name")
                .that(!call.has(LANGUAGE) || language(call).isPresent(), LANGUAGE, "is none of our languages")
                .and(GroupTexts.wrong(call, GROUPS))
                .that(call.text(PAUSED_UNTIL).isEmpty() || pause(call).isPresent(), PAUSED_UNTIL,
                        "is no day until which a pause may last, such as 2026-12-24")
                .wrong();
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return known.answer(call, person -> made(call, person.id(), steps(call)));
    }

    private List<Step> steps(ApiCall call) {
        var actor = call.actor();
        var list = call.list();
        var steps = new ArrayList<Step>();
        if (call.has(EMAIL)) {
            steps.add(member -> edit.address(actor, list, member, address(call).orElseThrow()));
        }
        if (call.has(NAME)) {
            steps.add(member -> edit.name(actor, list, member, name(call).orElseThrow()));
        }
        if (call.has(LANGUAGE)) {
            steps.add(member -> edit.language(actor, list, member, language(call).orElseThrow()));
        }
        if (call.has(GROUPS)) {
            steps.add(member -> edit.groups(actor, list, member, GroupTexts.of(call, GROUPS)));
        }
        if (call.has(PAUSED_UNTIL)) {
            steps.add(member -> edit.pause(actor, list, member, pause(call)));
        }
        if (call.has(REMARK)) {
            steps.add(member -> edit.remark(actor, list, member,
                    call.text(REMARK).replace("\r\n", "\n").strip()));
        }
        return steps;
    }

    private static Optional<EmailAddress> address(ApiCall call) {
        return EmailAddress.parse(call.text(EMAIL).strip());
    }

    private static Optional<PersonName> name(ApiCall call) {
        return PersonName.parse(call.text(NAME));
    }

    /** Until when; empty for not at all. */
    private static Optional<LocalDate> pause(ApiCall call) {
        return day(call.text(PAUSED_UNTIL))
                .filter(day -> MemberSettings.mayPauseUntil(day, call.now(), call.list().dispatch().zone()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(ApiCall call) {
        return Languages.ALL.stream().filter(each -> each.toLanguageTag().equals(call.text(LANGUAGE))).findFirst();
    }

    private ApiAnswer made(ApiCall call, SubscriberId person, List<Step> steps) {
        var member = person;
        for (var step : steps) {
            switch (step.make(member)) {
                case Answer.Denied<EditMember.Outcome> _ -> {
                    return Problem.notAllowed().answer();
                }
                case Answer.Allowed<EditMember.Outcome>(EditMember.Outcome.Done(var after)) -> member = after.id();
                case Answer.Allowed<EditMember.Outcome>(var outcome) -> {
                    var problem = problem(outcome);
                    if (problem.isPresent()) {
                        return problem.get().answer();
                    }
                }
            }
        }
        return ApiAnswer.ok(steps.size() > 1
                ? done.said(call, CHANGED, member)
                : call.has(EMAIL) ? done.moved(call, CHANGED, member) : done.of(call, CHANGED, member));
    }

    /** A remark may be about somebody who is no member; everything else may not. */
    private static Optional<Problem> problem(EditMember.Outcome outcome) {
        return switch (outcome) {
            case EditMember.Outcome.Done _ -> Optional.empty();
            case EditMember.Outcome.NoMember _ -> Optional.of(Problem.conflict("This person is no member now."));
            case EditMember.Outcome.Taken _ ->
                Optional.of(Problem.conflict("Somebody else is a member with that address."));
            case EditMember.Outcome.Away _ -> Optional.of(Problem.conflict(
                    "Whoever has that address left, was erased, or must not be written to."));
            case EditMember.Outcome.NotNow _ -> Optional.of(Problem.conflict(
                    "The address was changed too often lately, or the member complained."));
            case EditMember.Outcome.NotPossible _ ->
                Optional.of(Problem.conflict("This is not possible on this list now."));
        };
    }
}
