package org.clubpost.function.confirm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.subscription.CountSignUps;
import org.clubpost.core.subscription.FreshLink;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ConfirmPage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.JointPages;
import org.clubpost.site.Site;
import org.clubpost.site.WithdrawPage;

/**
 * {@code GET /confirm?token=…} and {@code GET /withdraw?token=…} show a page with a button; the button's {@code POST}
 * confirms or withdraws. Where the time of the link is over, the button has a fresh link sent to the same address.
 *
 * <p>Programs that scan mail fetch both links, some of them more than once, so GET uses nothing up and changes nothing
 * but the number of pages shown ({@link CountSignUps}). A second press says that the request is confirmed already. A
 * link without a request is answered with 404 and the way to the form, because CloudFront would keep 410 and show it to
 * others; a link that is not ours, with 404 alone.
 */
public final class ConfirmHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    /** The field that only the button for a fresh link posts. */
    private static final String AGAIN = "again";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(TOKEN, 500, AGAIN, 10, FormRequest.LANGUAGE_FIELD, 35), true);

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ConfirmHandler() {
        this(Wiring.ofProcess().acts(), Site.load(), InstantSource.system());
        function.prime("/confirm?token=nobody");
    }

    /**
     * What the links are good for.
     *
     * @param confirm confirms and withdraws
     * @param freshLink sends a fresh link
     * @param funnel counts
     */
    public record Acts(Confirm confirm, FreshLink freshLink, CountSignUps funnel) {}

    /** Answers with these use cases, in the words of that site. */
    public ConfirmHandler(Acts acts, Site site, InstantSource clock) {
        var confirm = acts.confirm();
        var errors = new ErrorPages(site);
        var joining = new ConfirmPage(site);
        var pages = new JointPages(site);
        var withdrawing = new WithdrawPage(site);
        this.function = new PageFunction("confirm", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, errors::forged, errors::refused),
                Map.of("/confirm", new Asking(acts, joining, withdrawing, joining::question,
                        (language, list, address, token) -> joining.expired(language, list, address, token, AGAIN),
                        confirm::confirm, Several.confirming(acts, pages, AGAIN)),
                        "/withdraw",
                        new Asking(acts, joining, withdrawing, withdrawing::question, withdrawing::question,
                                (token, origin) -> confirm.withdraw(token, origin.at()),
                                Several.withdrawing(acts, pages))));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }

    /** The page that asks once more. */
    @FunctionalInterface
    private interface Question {

        String page(Locale language, MailingList list, EmailAddress address, String token);
    }

    /** Asks that question, and does that act when the button is pressed. */
    private record Asking(Acts acts, ConfirmPage joining, WithdrawPage withdrawing, Question question, Question late,
            BiFunction<String, Origin, Confirm.Outcome> press, Several several) implements Conversation {

        @Override
        public KnownFields fields() {
            return FIELDS;
        }

        @Override
        public Handled show(Visit visit) {
            var joint = JointToken.parse(visit.text(TOKEN));
            if (joint.isPresent()) {
                return several.show(visit, joint.get());
            }
            var outcome = acts.confirm().look(visit.text(TOKEN), visit.request().origin().at());
            if (outcome instanceof Confirm.Outcome.Open(var list, _)) {
                acts.funnel().shown(list, visit.text(TOKEN));
            }
            return answer(visit, outcome);
        }

        @Override
        public Handled act(Visit visit) {
            var joint = JointToken.parse(visit.text(TOKEN));
            if (joint.isPresent()) {
                return visit.text(AGAIN).isEmpty()
                        ? several.act(visit, joint.get())
                        : several.again(visit, joint.get());
            }
            if (!visit.text(AGAIN).isEmpty()) {
                return sendAgain(visit);
            }
            var outcome = press.apply(visit.text(TOKEN), visit.request().origin());
            acts.funnel().came(outcome);
            return answer(visit, outcome);
        }

        private Handled sendAgain(Visit visit) {
            return switch (acts.freshLink().ask(visit.text(TOKEN), visit.request().origin().at())) {
                case FreshLink.Outcome.Sent(var list, var request) -> Handled.page(200,
                        joining.sentAgain(request.person().language(), list, request.person().address()),
                        "link-sent", list.id());
                case FreshLink.Outcome.NotNeeded(var link) -> answer(visit, link);
            };
        }

        private Handled answer(Visit visit, Confirm.Outcome outcome) {
            return switch (outcome) {
                case Confirm.Outcome.Open(var list, var pending) -> Handled.page(200,
                        question.page(pending.person().language(), list, pending.person().address(),
                                visit.text(TOKEN)),
                        "question-shown", list.id());
                case Confirm.Outcome.Joined(var list, var member) ->
                    Handled.page(200, joining.joined(member.person().language(), list), "joined", list.id())
                            .counting(Metric.CONFIRMATIONS);
                case Confirm.Outcome.Applied(var list, var applicant) ->
                    Handled.page(200, joining.applied(applicant.person().language(), list), "applied", list.id())
                            .counting(Metric.CONFIRMATIONS);
                case Confirm.Outcome.AlreadyApplied(var list) ->
                    Handled.page(200, joining.alreadyApplied(language(visit, list), list), "already-applied",
                            list.id());
                case Confirm.Outcome.AlreadyJoined(var list) ->
                    Handled.page(200, joining.alreadyJoined(language(visit, list), list), "already-joined", list.id());
                case Confirm.Outcome.Withdrawn(var list) ->
                    Handled.page(200, withdrawing.withdrawn(language(visit, list), list), "withdrawn", list.id());
                case Confirm.Outcome.Expired(var list, var request) when FreshLink.isOffered(list, request) ->
                    Handled.page(200, late.page(request.person().language(), list, request.person().address(),
                            visit.text(TOKEN)), "expired", list.id());
                case Confirm.Outcome.Expired(var list, _) ->
                    Handled.page(404, joining.gone(language(visit, list), list), "gone", list.id());
                case Confirm.Outcome.Gone(var list) ->
                    Handled.page(404, joining.gone(language(visit, list), list), "gone", list.id());
                case Confirm.Outcome.Invalid _ -> visit.forged();
            };
        }

        private static Locale language(Visit visit, MailingList list) {
            return visit.language(list.profile().language());
        }
    }
}
