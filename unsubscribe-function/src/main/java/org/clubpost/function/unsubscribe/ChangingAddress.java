package org.clubpost.function.unsubscribe;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.UndoAddress;
import org.clubpost.site.AddressPage;

/**
 * What happens at {@code /address?token=…}: the link in a mail to a new address shows a page whose button confirms the
 * change; the link in the mail to the old one shows a page whose button undoes it.
 *
 * @param change the use case of the new address
 * @param undo that of the old one
 * @param page their pages
 * @param clock the time
 */
record ChangingAddress(ChangeAddress change, UndoAddress undo, AddressPage page,
        InstantSource clock) implements Conversation {

    private static final String TOKEN = "token";
    private static final String BUTTON = "button";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(TOKEN, 500, BUTTON, 10, FormRequest.LANGUAGE_FIELD, 35), false);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return answer(visit, change.look(visit.text(TOKEN), clock.instant()))
                .or(() -> answer(visit, undo.look(visit.text(TOKEN), clock.instant()))).orElseGet(visit::forged);
    }

    @Override
    public Handled act(Visit visit) {
        if (visit.text(BUTTON).isEmpty()) {
            return visit.refused(new FieldProblem(FieldProblem.Kind.MISSING, BUTTON));
        }
        return answer(visit, change.confirm(visit.text(TOKEN), clock.instant()))
                .or(() -> answer(visit, undo.undo(visit.text(TOKEN), clock.instant()))).orElseGet(visit::forged);
    }

    private Optional<Handled> answer(Visit visit, ChangeAddress.Outcome outcome) {
        return switch (outcome) {
            case ChangeAddress.Outcome.Open(var list, var member, var to, var names) -> page("address-shown", list,
                    page.question(member.person().language(), list, member.person().address(), to, names,
                            visit.text(TOKEN), BUTTON));
            case ChangeAddress.Outcome.Changed(var list, var to, var moved, var wasMember, var notTaken) ->
                page("address-changed", list, page.changed(visit.language(list.profile().language()), list, to, moved,
                        wasMember, notTaken));
            case ChangeAddress.Outcome.Gone(var list) ->
                page("address-gone", list, page.gone(visit.language(list.profile().language()), list));
            case ChangeAddress.Outcome.Invalid _ -> Optional.empty();
        };
    }

    private Optional<Handled> answer(Visit visit, UndoAddress.Outcome outcome) {
        return switch (outcome) {
            case UndoAddress.Outcome.Open(var list, var member) -> page("address-undo-shown", list,
                    page.undoQuestion(member.person().language(), list, member.person().address(), visit.text(TOKEN),
                            BUTTON));
            case UndoAddress.Outcome.Undone(var list, var names) -> page("address-undone", list,
                    page.undone(visit.language(list.profile().language()), list, names));
            case UndoAddress.Outcome.Over(var list) ->
                page("address-undo-over", list, page.undoOver(visit.language(list.profile().language()), list));
            case UndoAddress.Outcome.Invalid _ -> Optional.empty();
        };
    }

    private static Optional<Handled> page(String outcome, MailingList list, String page) {
        return Optional.of(Handled.page(200, page, outcome, list.id()));
    }
}
