package org.clubpost.function.admin.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.ImportResult;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
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
import org.clubpost.function.admin.imports.TableRead;
import org.clubpost.people.MemberFile;

/**
 * {@code POST /lists/LIST/imports/IMPORT/result}: what became of each line of the same table. Only looks.
 *
 * @param results the use case
 * @param ids tell people apart
 */
public record ShowImportResult(ImportResult results, SubscriberIds ids) implements Operation {

    @Override
    public Route route() {
        return Route.post("/lists/{list}/imports/{import}/result");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_READ, Permission.CHANGE_MEMBERS);
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
        return EntryId.parse(call.piece(ImportJson.IMPORT))
                .map(entry -> SentTable.answer(call, ids, (table, read) -> answer(call, table, read, entry)))
                .orElseGet(ImportJson::unknown);
    }

    private ApiAnswer answer(ApiCall call, SentTable table, TableRead read, EntryId entry) {
        return switch (results.of(call.actor(), call.list(), entry, read.people())) {
            case Answer.Denied<Optional<Map<SubscriberId, ImportResult.What>>> _ -> Problem.notAllowed().answer();
            case Answer.Allowed<Optional<Map<SubscriberId, ImportResult.What>>>(var found) -> found
                    .map(became -> ApiAnswer.ok(Members.of("items", lines(call, table, became))))
                    .orElseGet(ImportJson::unknown);
        };
    }

    private List<Map<String, Object>> lines(ApiCall call, SentTable table,
            Map<SubscriberId, ImportResult.What> became) {
        var lines = new ArrayList<Map<String, Object>>();
        TableRead.lines(table.file(), table.roles(), call.list(), (number, line) -> {
            switch (line) {
                case MemberFile.Line.Person(var newcomer) -> lines.add(line(number, newcomer.address(),
                        Members.word(became.getOrDefault(ids.of(newcomer.address()), ImportResult.What.NOT_ADDED))));
                case MemberFile.Line.NotConfirmed(_, var address, _) ->
                    lines.add(Members.of("line", number).and("email", address.map(EmailAddress::written))
                            .and("outcome", "not-member").map());
                case MemberFile.Line.Bad(_, var fault, _) -> lines.add(Members.of("line", number)
                        .and("outcome", "unreadable").and("fault", Members.word(fault)).map());
                case MemberFile.Line.NoAddress _ ->
                    lines.add(Members.of("line", number).and("outcome", "no-address").map());
                case MemberFile.Line.Remark _ -> {
                    // It is about the line before, which has its own.
                }
            }
        });
        return lines;
    }

    private static Map<String, Object> line(long number, EmailAddress address, String outcome) {
        return Members.of("line", number).and("email", address.written()).and("outcome", outcome).map();
    }
}
