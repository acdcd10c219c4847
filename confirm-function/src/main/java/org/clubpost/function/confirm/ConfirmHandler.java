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
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ConfirmPage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.Site;
import org.clubpost.site.WithdrawPage;

/**
 * {@code GET /confirm?token=…} and {@code GET /withdraw?token=…} show a page with a button; the button's {@code POST}
 * confirms or withdraws.
 *
 * <p>Programs that scan mail fetch both links, some of them more than once, so GET changes nothing and uses nothing up.
 * A second press says that the request is confirmed already. A link that is too old is answered with 404 and the way to
 * a new one, because CloudFront would keep 410 and show it to others; a link that is not ours, with 404 alone.
 */
public final class ConfirmHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final KnownFields FIELDS = new KnownFields(Map.of(TOKEN, 500, FormRequest.LANGUAGE_FIELD, 35),
            true);

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ConfirmHandler() {
        this(Wiring.ofProcess().confirm(), Site.load(), InstantSource.system());
        function.prime("/confirm?token=nobody");
    }

    /** Answers with that use case, in the words of that site. */
    public ConfirmHandler(Confirm confirm, Site site, InstantSource clock) {
        var errors = new ErrorPages(site);
        var joining = new ConfirmPage(site);
        var withdrawing = new WithdrawPage(site);
        this.function = new PageFunction("confirm", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, errors::forged, errors::refused),
                Map.of("/confirm", new Asking(confirm, joining, withdrawing, joining::question, confirm::confirm),
                        "/withdraw", new Asking(confirm, joining, withdrawing, withdrawing::question,
                                (token, origin) -> confirm.withdraw(token, origin.at()))));
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
    private record Asking(Confirm confirm, ConfirmPage joining, WithdrawPage withdrawing, Question question,
            BiFunction<String, Origin, Confirm.Outcome> press) implements Conversation {

        @Override
        public KnownFields fields() {
            return FIELDS;
        }

        @Override
        public Handled show(Visit visit) {
            return answer(visit, confirm.look(visit.text(TOKEN), visit.request().origin().at()));
        }

        @Override
        public Handled act(Visit visit) {
            return answer(visit, press.apply(visit.text(TOKEN), visit.request().origin()));
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
                case Confirm.Outcome.AlreadyJoined(var list) ->
                    Handled.page(200, joining.alreadyJoined(language(visit, list), list), "already-joined", list.id());
                case Confirm.Outcome.Withdrawn(var list) ->
                    Handled.page(200, withdrawing.withdrawn(language(visit, list), list), "withdrawn", list.id());
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
