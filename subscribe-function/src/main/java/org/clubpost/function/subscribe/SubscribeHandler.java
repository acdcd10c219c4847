package org.clubpost.function.subscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ConsentText;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.SignUpForm;
import org.clubpost.site.SignUpPage;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;

/**
 * {@code GET /subscribe?list=news} shows the form; {@code POST /subscribe} takes it, form-encoded or as JSON.
 *
 * <p>The fields are {@code list}, {@code email}, and if wanted {@code name}, {@code lang} (a language tag) and {@code
 * form} (which form it was). A form is answered with 303 to the page "check your inbox", a program with 202 and JSON.
 * The answer to a good request is the same whoever sends it and whatever is stored. Robots get it too; the field that
 * people do not see gives them away.
 *
 * <p>In a stack without CloudFront it answers every other path too, with the files that are the same for everybody.
 */
public final class SubscribeHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final KnownFields QUERY = new KnownFields(
            Map.of(SignUpFields.LIST, 100, FormRequest.LANGUAGE_FIELD, 35), true);

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SubscribeHandler() {
        this(Wiring.ofProcess().subscribe(), Site.load(), InstantSource.system());
        function.prime("/subscribe?list=nobody");
    }

    /** Answers with that use case, in the words of that site. */
    public SubscribeHandler(Subscribe subscribe, Site site, InstantSource clock) {
        var errors = new ErrorPages(site);
        this.function = new PageFunction("subscribe", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, errors::forged, errors::refused),
                Map.of("/subscribe",
                        new SigningUp(subscribe, new SignUpPage(site), new ConsentText(site), errors), "",
                        new SitePages(StaticFiles.of(site), errors)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }

    private record SigningUp(Subscribe subscribe, SignUpPage page, ConsentText consent, ErrorPages errors)
            implements
                Conversation {

        @Override
        public KnownFields fields() {
            return SignUpFields.KNOWN;
        }

        @Override
        public KnownFields query() {
            return QUERY;
        }

        @Override
        public Handled show(Visit visit) {
            if (visit.text(SignUpFields.LIST).isEmpty()) {
                return listMissing(visit);
            }
            return openList(visit)
                    .map(list -> Handled.page(200, page.form(language(visit, list), list, SignUpForm.EMPTY),
                            "form-shown", list.id()))
                    .orElseGet(() -> noList(visit));
        }

        @Override
        public Handled act(Visit visit) {
            if (visit.text(SignUpFields.LIST).isEmpty()) {
                return listMissing(visit);
            }
            return openList(visit).map(list -> take(visit, list)).orElseGet(() -> noList(visit));
        }

        @Override
        public Handled refuseToShow(Visit visit, FieldProblem problem) {
            return refused(visit, openList(visit), problem);
        }

        @Override
        public Handled refuseToAct(Visit visit, FieldProblem problem) {
            return refused(visit, openList(visit), problem);
        }

        private Handled take(Visit visit, MailingList list) {
            var language = language(visit, list);
            return switch (SignUpFields.read(visit.fields())) {
                case SignUpFields.Reading.Wrong(var problem) -> refused(visit, Optional.of(list), problem);
                case SignUpFields.Reading.Robot _ -> accepted(visit, language, list, "robot");
                case SignUpFields.Reading.Good good -> {
                    var outcome = subscribe.request(good.signUp(list.id(), language, consent.digest(language, list),
                            visit.request().origin()));
                    yield switch (outcome) {
                        case ACCEPTED ->
                            accepted(visit, language, list, Handled.word(outcome)).counting(Metric.SIGN_UPS);
                        case TOO_MANY -> Handled.of(tooMany(visit, language), Handled.word(outcome), list.id());
                        case OTHER_DOMAIN -> otherDomain(visit, language, list);
                        case UNKNOWN_LIST, CLOSED -> noList(visit);
                    };
                }
            };
        }

        private Handled accepted(Visit visit, Locale language, MailingList list, String outcome) {
            return Handled.of(visit.request().wantsJson()
                    ? HttpAnswer.json(202, Map.of("status", "accepted", "message", page.acceptedMessage(language)))
                    : HttpAnswer.seeOther(page.checkYourInboxPath(language)), outcome, list.id());
        }

        private Handled otherDomain(Visit visit, Locale language, MailingList list) {
            var why = page.otherDomain(language, list);
            return Handled.of(visit.request().wantsJson()
                    ? HttpAnswer.json(400, Map.of("status", "refused", "field", SignUpFields.EMAIL, "message", why))
                    : HttpAnswer.html(400, page.form(language, list, new SignUpForm(visit.text(SignUpFields.EMAIL),
                            visit.text(SignUpFields.NAME), SignUpFields.EMAIL, why))), "other-domain", list.id());
        }

        private HttpAnswer tooMany(Visit visit, Locale language) {
            var answer = visit.request().wantsJson()
                    ? HttpAnswer.json(429, Map.of("status", "refused", "message", page.tooManyMessage(language)))
                    : HttpAnswer.html(429, page.tooMany(language));
            return answer.retryAfter(Duration.ofHours(1));
        }

        private Handled noList(Visit visit) {
            var language = visit.language(Locale.ENGLISH);
            return Handled.of(visit.request().wantsJson()
                    ? problemJson(404, language, "malformed", SignUpFields.LIST)
                    : HttpAnswer.html(404, page.noList(language)), "unknown-list");
        }

        private Handled listMissing(Visit visit) {
            return refused(visit, Optional.empty(),
                    new FieldProblem(FieldProblem.Kind.MISSING, SignUpFields.LIST));
        }

        /** Shows the form again, filled in as it was, when the list is known. */
        private Handled refused(Visit visit, Optional<MailingList> list, FieldProblem problem) {
            var language = list.map(known -> language(visit, known)).orElseGet(() -> visit.language(Locale.ENGLISH));
            var kind = Handled.word(problem.kind());
            var answer = visit.request().wantsJson()
                    ? problemJson(problem.status(), language, kind, problem.field())
                    : HttpAnswer.html(problem.status(),
                            list.map(known -> page.form(language, known, form(visit, language, problem)))
                                    .orElseGet(() -> errors.refused(language, kind, problem.field())));
            return list.map(known -> Handled.of(answer, kind, known.id())).orElseGet(() -> Handled.of(answer, kind));
        }

        private SignUpForm form(Visit visit, Locale language, FieldProblem problem) {
            return new SignUpForm(visit.text(SignUpFields.EMAIL), visit.text(SignUpFields.NAME), problem.field(),
                    errors.problem(language, Handled.word(problem.kind()), problem.field()));
        }

        private HttpAnswer problemJson(int status, Locale language, String kind, String field) {
            return HttpAnswer.json(status, Map.of("status", "refused", "field", field, "message",
                    errors.problem(language, kind, field)));
        }

        private Optional<MailingList> openList(Visit visit) {
            return ListId.parse(visit.text(SignUpFields.LIST)).flatMap(subscribe::openList);
        }

        private static Locale language(Visit visit, MailingList list) {
            return visit.language(list.profile().language());
        }
    }
}
