package org.clubpost.function.admin.api.imports;

import java.util.List;
import java.util.Map;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.subscription.Forecast;
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
import org.clubpost.function.admin.imports.Steps;
import org.clubpost.function.admin.imports.TableRead;
import org.clubpost.people.MemberFile;
import org.clubpost.people.file.Columns;

/**
 * {@code POST /lists/LIST/imports/look}: how a table is understood, and what would happen. Nothing is done.
 *
 * @param steps the use case
 */
public record LookAtImport(Steps steps) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/imports/look");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return SentTable.body();
    }

    @Override
    public boolean isLook() {
        return true;
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return SentTable.wrong(call, new FieldCheck());
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return SentTable.answer(call, steps.ids(),
                (_, read) -> switch (steps.imports(false).look(call.actor(), call.list(), read.people())) {
                    case Answer.Denied<Forecast> _ -> Problem.notAllowed().answer();
                    case Answer.Allowed<Forecast>(var forecast) -> ApiAnswer.ok(json(read, forecast));
                });
    }

    private static Members json(TableRead read, Forecast forecast) {
        return Members.of("new", forecast.toAdd()).and("regrouped", forecast.toRegroup())
                .and("members", forecast.alreadyMembers()).and("away", forecast.notBroughtBack())
                .and("namedTwice", read.named() - read.people().size()).and("notMembers", read.notMembers())
                .and("withoutAddress", read.withoutAddress()).and("unreadable", read.badLines())
                .and("faults", read.bad().stream().map(LookAtImport::json).toList())
                .and("columns", read.columns().stream().map(LookAtImport::json).toList());
    }

    private static Map<String, Object> json(MemberFile.Line.Bad line) {
        return Members.of("line", line.number()).and("fault", Members.word(line.fault())).map();
    }

    private static Map<String, Object> json(Columns.Column column) {
        return Members.of().unlessEmpty("name", column.name()).and("role", Members.word(column.role())).map();
    }
}
