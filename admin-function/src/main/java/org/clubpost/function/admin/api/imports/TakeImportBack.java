package org.clubpost.function.admin.api.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.UndoImport;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberId;
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

/**
 * {@code POST /lists/LIST/imports/IMPORT/undo}: takes those off whom an import brought in and who have done nothing since, as
 * many as there is time for.
 *
 * @param undo the use case
 * @param clock tells when a call has had its time
 */
public record TakeImportBack(UndoImport undo, InstantSource clock) implements Operation {

    private static final String FROM = "from";
    private static final int MOST_OF_PLACE = 32;
    private static final int AT_ONCE = 50;
    private static final int MOST_A_CALL = 1_000;
    private static final Duration TIME = Duration.ofSeconds(5);

    @Override
    public Route route() {
        return Route.post("/lists/{list}/imports/{import}/undo");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_WRITE, Permission.CHANGE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(FROM, MOST_OF_PLACE));
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return new FieldCheck().that(call.text(FROM).isEmpty() || SubscriberId.parse(call.text(FROM)).isPresent(), FROM,
                "must be one that an answer gave").wrong();
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return EntryId.parse(call.piece(ImportJson.IMPORT))
                .map(entry -> answer(call, entry, SubscriberId.parse(call.text(FROM))))
                .orElseGet(ImportJson::unknown);
    }

    private ApiAnswer answer(ApiCall call, EntryId entry, Optional<SubscriberId> from) {
        var end = clock.instant().plus(TIME);
        var removed = 0;
        var kept = 0;
        var next = from;
        do {
            switch (undo.step(call.actor(), call.list(), entry, next, AT_ONCE)) {
                case Answer.Denied<UndoImport.Outcome> _ -> {
                    return Problem.notAllowed().answer();
                }
                case Answer.Allowed<UndoImport.Outcome>(UndoImport.Outcome.NoImport _) -> {
                    return ImportJson.unknown();
                }
                case Answer.Allowed<UndoImport.Outcome>(UndoImport.Outcome.Step step) -> {
                    removed += step.removed();
                    kept += step.kept();
                    next = step.next();
                }
            }
        } while (next.isPresent() && removed < MOST_A_CALL && clock.instant().isBefore(end));
        var said = Members.of("outcome", next.isEmpty() ? "undone" : "goes-on").and("removed", removed)
                .and("kept", kept);
        return next.isEmpty()
                ? ApiAnswer.ok(said)
                : ApiAnswer.accepted(said.and(FROM, next.map(SubscriberId::hex)));
    }
}
