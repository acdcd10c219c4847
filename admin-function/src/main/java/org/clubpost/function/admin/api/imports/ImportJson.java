package org.clubpost.function.admin.api.imports;

import java.util.Optional;
import org.clubpost.core.admin.ImportPeople;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Problem;

/** What is said of an import. */
final class ImportJson {

    static final String IMPORT = "import";
    /** After so many a call ends, if it does not end before. */
    static final int MOST_A_CALL = 2_000;

    private ImportJson() {}

    static ApiAnswer unknown() {
        return Problem.notFound("The list has no such import, or it is undone.").answer();
    }

    /** How far it is: 200 when it is over, 202 when it has to go on. */
    static ApiAnswer answer(ApiCall call, Optional<ImportPeople.Progress> progress) {
        return progress.map(each -> {
            var tally = each.tally();
            var id = each.entry().value();
            var said = Members.of("outcome", each.isOver() ? "done" : "goes-on").and("import", id)
                    .and("people", each.all()).and("done", each.done()).and("added", tally.added())
                    .and("members", tally.alreadyMembers()).and("away", tally.notBroughtBack()).and("undo", id);
            return each.isOver()
                    ? ApiAnswer.ok(said)
                    : ApiAnswer.accepted(said.and("continue", call.path("imports", id, "continue")));
        }).orElseGet(ImportJson::unknown);
    }
}
