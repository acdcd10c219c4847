package org.clubpost.function.admin.api.imports;

import java.util.List;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.api.Welcome;
import org.clubpost.function.admin.imports.Steps;

/**
 * {@code POST /lists/LIST/imports/IMPORT/continue}: goes on with an import, with the same table.
 *
 * @param steps the use case
 */
public record GoOnImport(Steps steps) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/imports/{import}/continue");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return SentTable.body(Welcome.field());
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return SentTable.wrong(call, new FieldCheck()
                .that(Welcome.of(call).isPresent(), Welcome.FIELD, Welcome.WRONG));
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return EntryId.parse(call.piece(ImportJson.IMPORT))
                .map(entry -> SentTable.answer(call, steps.ids(), (_, read) -> ImportJson.answer(call,
                        steps.goOn(call.actor(), call.list(), entry, read.people(), Welcome.tells(call),
                                ImportJson.MOST_A_CALL))))
                .orElseGet(ImportJson::unknown);
    }
}
