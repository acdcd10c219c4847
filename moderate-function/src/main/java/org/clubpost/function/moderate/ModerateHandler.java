package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Map;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.subscription.Applicants;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ApplicantPage;
import org.clubpost.site.DecisionPage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.ModerationPage;
import org.clubpost.site.Site;

/**
 * {@code GET /moderate?token=…} shows a held mail and a button. The button's {@code POST} sends, refuses, confirms or
 * disowns the mail, as the link says. Other links of the same path let somebody in who waits for that, or refuse them.
 *
 * <p>Programs that scan mail fetch the links, so GET changes nothing and uses nothing up. A link that leaves nothing to
 * decide, and a link that is not ours, are answered with 404: CloudFront would keep 410 and show it to others.
 */
public final class ModerateHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final String REASON = "reason";
    /** Each line end in the field counts as one character in a browser and is sent as two. */
    private static final KnownFields FIELDS = new KnownFields(Map.of(TOKEN, 500, REASON, 1000), true);

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ModerateHandler() {
        this(Wiring.ofProcess(), Site.load(), InstantSource.system());
        function.prime("/moderate?token=nobody");
    }

    private ModerateHandler(Wiring wiring, Site site, InstantSource clock) {
        this(wiring.moderate(), wiring.applicants(), site, clock);
    }

    /** Answers with those use cases, in the words of that site. */
    public ModerateHandler(Moderate moderate, Applicants applicants, Site site, InstantSource clock) {
        var errors = new ErrorPages(site);
        var decided = new DecisionPage(site);
        this.function = new PageFunction("moderate", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, decided::forged, errors::refused),
                new Deciding(moderate, new ModerationPage(site), decided, applicants, new ApplicantPage(site)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }

    private record Deciding(Moderate moderate, ModerationPage page, DecisionPage decided, Applicants applicants,
            ApplicantPage person) implements Conversation {

        @Override
        public KnownFields fields() {
            return FIELDS;
        }

        @Override
        public Handled show(Visit visit) {
            return applicants.isMine(visit.text(TOKEN))
                    ? answer(visit, applicants.look(visit.text(TOKEN), visit.request().origin().at()))
                    : answer(visit, moderate.look(visit.text(TOKEN)));
        }

        @Override
        public Handled act(Visit visit) {
            return applicants.isMine(visit.text(TOKEN))
                    ? answer(visit, applicants.decide(visit.text(TOKEN), visit.request().origin().at()))
                    : answer(visit, moderate.decide(visit.text(TOKEN), visit.text(REASON)));
        }

        private Handled answer(Visit visit, Applicants.Outcome outcome) {
            return switch (outcome) {
                case Applicants.Outcome.Open(var list, var applicant, var letsIn) ->
                    Handled.page(200, person.question(list, applicant.person(), letsIn, visit.text(TOKEN)),
                            "question-shown", list.id());
                case Applicants.Outcome.LetIn(var list, var member) ->
                    Handled.page(200, person.letIn(list, member.person()), "let-in", list.id());
                case Applicants.Outcome.Refused(var list, var applicant) ->
                    Handled.page(200, person.refused(list, applicant.person()), "not-let-in", list.id());
                case Applicants.Outcome.Settled(var list) ->
                    Handled.page(404, person.settled(list), "settled", list.id());
                case Applicants.Outcome.Invalid _ -> visit.forged();
            };
        }

        private Handled answer(Visit visit, Moderate.Outcome outcome) {
            return switch (outcome) {
                case Moderate.Outcome.Open(var list, var post, var action) ->
                    Handled.page(200, page.question(list, post, action, visit.text(TOKEN)), "question-shown",
                            list.id());
                case Moderate.Outcome.Sent(var list) ->
                    Handled.page(200, decided.sent(list), "sent", list.id()).counting(Metric.POSTS);
                case Moderate.Outcome.Scheduled(var list, var until) ->
                    Handled.page(200, decided.scheduled(list, until), "scheduled", list.id()).counting(Metric.POSTS);
                case Moderate.Outcome.TakenBack(var list) ->
                    Handled.page(200, decided.takenBack(list), "taken-back", list.id());
                case Moderate.Outcome.Halted(var list, var sent) ->
                    Handled.page(200, decided.halted(list, sent), "halted", list.id());
                case Moderate.Outcome.TooLate(var list) ->
                    Handled.page(404, decided.tooLate(list), "too-late", list.id());
                case Moderate.Outcome.Stopped(var list, var told) ->
                    Handled.page(200, decided.stopped(list, told), "stopped", list.id());
                case Moderate.Outcome.Waits(var list, var reason) ->
                    Handled.page(200, decided.waits(list, reason), "waits", list.id());
                case Moderate.Outcome.CannotBeSent(var list, var reason) ->
                    Handled.page(200, decided.cannotBeSent(list, reason), "cannot-be-sent", list.id());
                case Moderate.Outcome.Settled(var list) ->
                    Handled.page(404, decided.settled(list), "settled", list.id());
                case Moderate.Outcome.Invalid _ -> visit.forged();
            };
        }
    }
}
