package org.clubpost.function.unsubscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.core.subscription.SayWhy;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ComeBackPage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.LeavePage;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.Site;

/**
 * {@code GET /unsubscribe?token=…}, and {@code GET /u?…} with a short token, show a page with a button, whose {@code
 * POST} to {@code /unsubscribe} ends the membership. A {@code POST}
 * with {@code List-Unsubscribe=One-Click} (RFC 8058 section 3.2, form-encoded or multipart) ends it at once: 200, no
 * redirect, no cookie.
 *
 * <p>Some mail programs leave the body of a one-click POST out. Such a POST is taken as well: the token in the address
 * was made for nothing else. Anything else in the body or the query is ignored, because it must not stop anyone from
 * leaving.
 *
 * <p>The page after it asks why, with a form of its own. Nobody has to answer, and a mail program never does.
 *
 * <p>The link in a goodbye mail leads here too. It shows a page with a button, whose {@code POST} undoes the leave.
 */
public final class UnsubscribeHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final String ONE_CLICK = "List-Unsubscribe";
    private static final String BUTTON = "button";
    private static final String REASON = "reason";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(TOKEN, 500, ONE_CLICK, 100, BUTTON, 100, REASON, 100, FormRequest.LANGUAGE_FIELD, 35), true)
            .withBare(TOKEN);

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public UnsubscribeHandler() {
        this(Wiring.ofProcess());
        function.prime("/unsubscribe?token=nobody");
    }

    private UnsubscribeHandler(Wiring wiring) {
        this(wiring.unsubscribe(), wiring.comeBack(), wiring.sayWhy(), Site.load(), InstantSource.system());
    }

    /** Answers with these use cases, in the words of that site. */
    public UnsubscribeHandler(Unsubscribe unsubscribe, ComeBack comeBack, SayWhy sayWhy, Site site,
            InstantSource clock) {
        var errors = new ErrorPages(site);
        var nonMember = new NonMemberPage(site);
        this.function = new PageFunction("unsubscribe", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, nonMember::forged, errors::refused),
                new Leaving(unsubscribe, sayWhy, new LeavePage(site), nonMember,
                        new ComingBack(comeBack, new ComeBackPage(site), clock)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }

    private record Leaving(Unsubscribe unsubscribe, SayWhy sayWhy, LeavePage page, NonMemberPage nonMember,
            ComingBack comingBack)
            implements
                Conversation {

        @Override
        public KnownFields fields() {
            return FIELDS;
        }

        @Override
        public Handled show(Visit visit) {
            return comingBack.show(visit, TOKEN, BUTTON)
                    .orElseGet(() -> answer(visit, unsubscribe.look(visit.text(TOKEN))));
        }

        @Override
        public Handled act(Visit visit) {
            return visit.text(REASON).isEmpty()
                    ? comingBack.act(visit, TOKEN, BUTTON).orElseGet(() -> leave(visit))
                    : sayWhy(visit);
        }

        private Handled sayWhy(Visit visit) {
            var reason = LeaveReason.parse(visit.text(REASON));
            if (reason.isEmpty()) {
                return visit.refused(new FieldProblem(FieldProblem.Kind.MALFORMED, REASON));
            }
            return switch (sayWhy.say(visit.text(TOKEN), reason.get())) {
                case SayWhy.Outcome.Said(var list, _) -> Handled.page(200,
                        page.thanks(visit.language(list.profile().language()), list), "reason-said", list.id());
                case SayWhy.Outcome.Past(var list) -> Handled.page(200,
                        page.tooLateToSay(visit.language(list.profile().language()), list), "reason-too-late",
                        list.id());
                case SayWhy.Outcome.Invalid _ -> visit.forged();
            };
        }

        private Handled leave(Visit visit) {
            return way(visit)
                    .map(way -> answer(visit,
                            unsubscribe.leave(visit.text(TOKEN), way, visit.request().origin().at())))
                    .orElseGet(() -> visit.refused(new FieldProblem(FieldProblem.Kind.MISSING, ONE_CLICK)));
        }

        private static Optional<LeaveWay> way(Visit visit) {
            if (!visit.text(BUTTON).isEmpty()) {
                return Optional.of(LeaveWay.PAGE);
            }
            return visit.request().hasBody() && !visit.text(ONE_CLICK).equalsIgnoreCase("One-Click")
                    ? Optional.empty()
                    : Optional.of(LeaveWay.ONE_CLICK);
        }

        private Handled answer(Visit visit, Unsubscribe.Outcome outcome) {
            return switch (outcome) {
                case Unsubscribe.Outcome.Member member -> Handled.page(200,
                        page.question(member.member().person().language(), member.list(),
                                member.member().person().address(), visit.text(TOKEN),
                                unsubscribe.settingsToken(member), BUTTON),
                        "question-shown", member.list().id());
                case Unsubscribe.Outcome.Left left -> Handled.page(200,
                        page.left(visit.language(left.list().profile().language()), left.list(),
                                unsubscribe.whyToken(left), REASON),
                        "left", left.list().id()).counting(Metric.LEAVES);
                case Unsubscribe.Outcome.NotMember(var list) -> Handled.page(200,
                        nonMember.notMember(visit.language(list.profile().language()), list), "not-member",
                        list.id());
                case Unsubscribe.Outcome.Unfitting(var list) -> Handled.page(200,
                        nonMember.unfitting(visit.language(list.profile().language()), list), "unfitting",
                        list.id());
                case Unsubscribe.Outcome.Invalid _ -> visit.forged();
            };
        }
    }
}
