package org.clubpost.function.admin.api.imports;

import java.util.List;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.ImportPeople;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.api.Welcome;
import org.clubpost.function.admin.imports.Steps;

/**
 * {@code POST /lists/LIST/imports}: brings the people of a table in, as many as there is time for. A call that died and is
 * made again is an import of its own, which finds whom the first one brought in.
 *
 * @param steps the use case
 */
public record BeginImport(Steps steps) implements Operation {

    private static final String REASON = "reason";

    @Override
    public Route route() {
        return Route.post("/lists/{list}/imports");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return SentTable.body(BodyField.text(REASON, 1000).must(), Welcome.field());
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return SentTable.wrong(call, new FieldCheck()
                .that(!call.text(REASON).isBlank(), REASON, "must say why they may be written to")
                .that(Welcome.of(call).isPresent(), Welcome.FIELD, Welcome.WRONG));
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var tells = Welcome.tells(call);
        return SentTable.answer(call, steps.ids(), (_, read) -> switch (steps.imports(tells).begin(call.actor(),
                call.list(), call.text(REASON).strip(), read.people())) {
            case Answer.Denied<ImportPeople.Progress> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<ImportPeople.Progress>(var begun) -> ImportJson.answer(call, steps.goOn(
                    call.actor(), call.list(), begun.entry(), read.people(), tells, ImportJson.MOST_A_CALL));
        });
    }
}
