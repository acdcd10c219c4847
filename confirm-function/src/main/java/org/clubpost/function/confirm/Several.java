package org.clubpost.function.confirm;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.ConfirmJoint;
import org.clubpost.core.subscription.CountSignUps;
import org.clubpost.core.subscription.FreshLink;
import org.clubpost.site.JointPages;

/**
 * What a link for several lists leads to.
 *
 * @param joint the use case
 * @param freshLink sends a fresh link
 * @param funnel counts
 * @param pages the pages
 * @param question the page that asks once more
 * @param late the same for a link whose time is over
 * @param press what its button does
 */
record Several(ConfirmJoint joint, FreshLink freshLink, CountSignUps funnel, JointPages pages, Question question,
        Late late, Press press) {

    /** The page that asks once more. */
    @FunctionalInterface
    interface Question {

        String page(ConfirmJoint.Outcome.Open open, String token);
    }

    /** The page that is shown when it is too late. */
    @FunctionalInterface
    interface Late {

        String page(ConfirmJoint.Outcome.Expired expired, String token);
    }

    /** What its button does. */
    @FunctionalInterface
    interface Press {

        ConfirmJoint.Outcome on(JointToken token, Origin origin);
    }

    /**
     * For the page that confirms.
     *
     * @param again the name of the field that only the button for a fresh link posts
     */
    static Several confirming(ConfirmHandler.Acts acts, JointPages pages, String again) {
        var joint = acts.confirm().joint();
        return new Several(joint, acts.freshLink(), acts.funnel(), pages,
                (open, token) -> pages.question(open.language(), open.state().open(),
                        Stream.of(open.state().members(), open.state().waiting()).flatMap(List::stream).toList(),
                        open.address(), token),
                (expired, token) -> pages.expired(expired.person().language(), expired.lists(),
                        expired.person().address(), token, again),
                joint::confirm);
    }

    /** For the page that withdraws. */
    static Several withdrawing(ConfirmHandler.Acts acts, JointPages pages) {
        var joint = acts.confirm().joint();
        return new Several(joint, acts.freshLink(), acts.funnel(), pages,
                (open, token) -> pages.withdrawal(open.language(), open.state().open(),
                        open.address(), token),
                (expired, token) -> pages.withdrawal(expired.person().language(), expired.lists(),
                        expired.person().address(), token),
                (token, origin) -> joint.withdraw(token, origin.at()));
    }

    Handled show(Visit visit, JointToken token) {
        var outcome = joint.look(token, visit.request().origin().at());
        if (outcome instanceof ConfirmJoint.Outcome.Open open) {
            open.state().open().forEach(list -> funnel.shown(list, token.text()));
        }
        return answer(visit, token, outcome);
    }

    Handled act(Visit visit, JointToken token) {
        var outcome = press.on(token, visit.request().origin());
        if (outcome instanceof ConfirmJoint.Outcome.Joined joined) {
            joined.confirmed().forEach(funnel::confirmed);
        }
        return answer(visit, token, outcome);
    }

    /** Has a fresh link sent. */
    Handled again(Visit visit, JointToken token) {
        return switch (freshLink.ask(token, visit.request().origin().at())) {
            case FreshLink.JointOutcome.Sent(var link) -> page(200,
                    pages.sentAgain(link.person().language(), link.lists(), link.person().address()), "link-sent");
            case FreshLink.JointOutcome.NotNeeded(var link) -> answer(visit, token, link);
        };
    }

    private Handled answer(Visit visit, JointToken token, ConfirmJoint.Outcome outcome) {
        var language = visit.language(Locale.ENGLISH);
        return switch (outcome) {
            case ConfirmJoint.Outcome.Open open -> page(200, question.page(open, token.text()), "question-shown");
            case ConfirmJoint.Outcome.Joined joined -> joined.isNew()
                    ? page(200, pages.joined(language, joined.state().members(), joined.state().waiting(), true),
                            "joined")
                            .counting(Metric.CONFIRMATIONS)
                    : page(200, pages.joined(language, joined.state().members(), joined.state().waiting(), false),
                            "already-joined");
            case ConfirmJoint.Outcome.Expired expired -> page(200, late.page(expired, token.text()), "expired");
            case ConfirmJoint.Outcome.Withdrawn _ -> page(200, pages.withdrawn(language), "withdrawn");
            case ConfirmJoint.Outcome.Gone _ -> page(404, pages.gone(language), "gone");
        };
    }

    private static Handled page(int status, String html, String outcome) {
        return Handled.of(HttpAnswer.html(status, html), outcome);
    }
}
