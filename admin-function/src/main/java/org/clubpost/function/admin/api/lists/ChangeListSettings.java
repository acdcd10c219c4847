package org.clubpost.function.admin.api.lists;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
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
 * {@code PATCH /lists/LIST/settings}: changes the settings that the body has, all of them or none; others stay, also those
 * that somebody else changes at the same time. Who runs the list is not changed so: its people are invited, and accept.
 *
 * @param change the use case
 */
public record ChangeListSettings(ChangeSettings change) implements Operation {

    /** The longest is the club's picture. */
    private static final int LONGEST = 200_000;
    private static final Set<String> PEOPLE = Set.of("owners", "moderators");

    @Override
    public Route route() {
        return Route.patch("/lists/{list}/settings");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.SETTINGS_WRITE, Permission.CHANGE_LIST);
    }

    @Override
    public List<BodyField> body() {
        return ListSettings.all().stream().map(setting -> BodyField.text(setting.key(), LONGEST)).toList();
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return wrong(ChangeSettings.wrong(call.list(), typed(call)));
    }

    private static Map<String, String> typed(ApiCall call) {
        return ListSettings.all().stream().map(ListSetting::key).filter(call::has)
                .collect(Collectors.toMap(key -> key, call::text));
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return switch (change.change(call.actor(), call.list().id(), typed(call))) {
            case ChangeSettings.Outcome.Changed(var list, var changed, var entry) ->
                ApiAnswer.ok(Members.of("changed", changed.stream().sorted().toList())
                        .and("settings", ListSettings.shown(list)).and("undo", entry.map(EntryId::value)));
            case ChangeSettings.Outcome.Refused(var wrong) -> Problem.fields(wrong(wrong)).answer();
            case ChangeSettings.Outcome.Unknown _ -> Problem.notFound("The list is gone.").answer();
            case ChangeSettings.Outcome.Denied _ -> Problem.notAllowed().answer();
        };
    }

    private static List<Wrong> wrong(Set<String> keys) {
        return keys.stream().sorted().map(ChangeListSettings::wrong).toList();
    }

    private static Wrong wrong(String key) {
        return new Wrong(key, PEOPLE.contains(key)
                ? "is not changed as a setting: people are asked, and accept"
                : ListSettings.named(key).map(setting -> "is no value of this setting: " + setting.meaning())
                        .orElse("is not known here"));
    }
}
