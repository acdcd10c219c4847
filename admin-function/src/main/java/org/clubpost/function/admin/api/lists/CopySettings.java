package org.clubpost.function.admin.api.lists;

import java.util.List;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/settings/copy}: takes over the settings of another list that the person runs and the key is for.
 *
 * @param lists the lists
 * @param change the use case
 */
public record CopySettings(Lists lists, ChangeSettings change) implements Operation {

    private static final String FROM = "from";

    @Override
    public Route route() {
        return Route.post("/lists/{list}/settings/copy");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.SETTINGS_WRITE, Permission.CHANGE_LIST);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(FROM, 40).must());
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return ListId.parse(call.text(FROM)).filter(call.key().key()::isFor).flatMap(lists::find)
                .filter(from -> Role.may(call.actor(), from, Permission.CHANGE_LIST))
                .map(from -> answer(change.copy(call.actor(), call.list().id(), from)))
                .orElseGet(() -> Problem.field(FROM, "is no list that the person runs and the key is for").answer());
    }

    private static ApiAnswer answer(ChangeSettings.Outcome outcome) {
        return switch (outcome) {
            case ChangeSettings.Outcome.Changed(_, var changed, var entry) ->
                ApiAnswer.ok(Members.of("changed", changed.stream().sorted().toList())
                        .and("undo", entry.map(EntryId::value)));
            case ChangeSettings.Outcome.Refused(var wrong) ->
                Problem.conflict("This list cannot have these settings of "
                        + "the other: " + String.join(", ", wrong.stream().sorted().toList()) + ".").answer();
            case ChangeSettings.Outcome.Unknown _ -> Problem.notFound("The list is gone.").answer();
            case ChangeSettings.Outcome.Denied _ -> Problem.notAllowed().answer();
        };
    }
}
