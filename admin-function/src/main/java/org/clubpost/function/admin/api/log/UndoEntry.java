package org.clubpost.function.admin.api.log;

import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/log/ENTRY/undo}: takes an act back, as long as nothing has changed since of what it changed. The
 * key must also be for changing what the act was about.
 *
 * @param undo the use case
 * @param log says what the act was about
 */
public record UndoEntry(Undo undo, ActLog log) implements Operation {

    private static final String ENTRY = "entry";

    @Override
    public Route route() {
        return Route.post("/lists/{list}/log/{entry}/undo");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LOG_READ);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return EntryId.parse(call.piece(ENTRY)).flatMap(id -> log.find(call.list().id(), id, call.now()))
                .map(entry -> answer(call, entry)).orElseGet(UndoEntry::unknown);
    }

    private static ApiAnswer unknown() {
        return Problem.notFound("The log of this list has no such entry.").answer();
    }

    private ApiAnswer answer(ApiCall call, LogEntry entry) {
        var scope = switch (SearchLog.Topic.of(entry.act())) {
            case LIST -> Scope.SETTINGS_WRITE;
            case MEMBERS -> Scope.MEMBERS_WRITE;
            case POSTS -> Scope.POSTS_WRITE;
        };
        if (!call.key().key().has(scope)) {
            return Problem.of(Problem.Kind.MISSING_SCOPE, "It takes a key for " + scope.word() + " besides.").answer();
        }
        return switch (undo.undo(call.actor(), call.list().id(), entry.id())) {
            case Undo.Outcome.Undone _ -> ApiAnswer.ok(Members.of("outcome", "undone"));
            case Undo.Outcome.Asked _ -> ApiAnswer.ok(Members.of("outcome", "asked"));
            case Undo.Outcome.ChangedSince _ ->
                Problem.conflict("It is not as the act left it any more; perhaps it is undone.").answer();
            case Undo.Outcome.Final _ -> Problem.conflict("This act cannot be undone.").answer();
            case Undo.Outcome.Unknown _ -> unknown();
            case Undo.Outcome.Denied _ -> Problem.notAllowed().answer();
        };
    }
}
