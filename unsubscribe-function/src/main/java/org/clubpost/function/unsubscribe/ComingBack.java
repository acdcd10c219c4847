package org.clubpost.function.unsubscribe;

import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.site.ComeBackPage;

/**
 * The part of {@link UnsubscribeHandler} that undoes a leave. Each method answers nothing when the token is not that of a
 * goodbye mail.
 *
 * @param comeBack the use case
 * @param page its pages
 * @param clock the time
 */
record ComingBack(ComeBack comeBack, ComeBackPage page, InstantSource clock) {

    /** Shows what the link is good for. */
    Optional<Handled> show(Visit visit, String token, String button) {
        return answer(visit, comeBack.look(visit.text(token), clock.instant()), visit.text(token), button);
    }

    /** Undoes the leave, when the button of the page was pressed. */
    Optional<Handled> act(Visit visit, String token, String button) {
        if (comeBack.look(visit.text(token), clock.instant()) instanceof ComeBack.Outcome.Invalid) {
            return Optional.empty();
        }
        return visit.text(button).isEmpty()
                ? Optional.of(visit.refused(new FieldProblem(FieldProblem.Kind.MISSING, button)))
                : answer(visit, comeBack.comeBack(visit.text(token), clock.instant()), visit.text(token), button);
    }

    private Optional<Handled> answer(Visit visit, ComeBack.Outcome outcome, String token, String button) {
        return switch (outcome) {
            case ComeBack.Outcome.Open(var list, var left) -> page("come-back-shown", list,
                    page.question(left.person().language(), list, left.person().address(), token, button));
            case ComeBack.Outcome.Back(var list, var member) ->
                page("back", list, page.back(member.person().language(), list));
            case ComeBack.Outcome.Member(var list, var member) ->
                page("back-before", list, page.member(member.person().language(), list));
            case ComeBack.Outcome.TooLate(var list) ->
                page("back-too-late", list, page.tooLate(visit.language(list.profile().language()), list));
            case ComeBack.Outcome.Invalid _ -> Optional.empty();
        };
    }

    private static Optional<Handled> page(String outcome, MailingList list, String page) {
        return Optional.of(Handled.page(200, page, outcome, list.id()));
    }
}
