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
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormFields;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.HttpEdge;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.core.text.Languages;
import org.clubpost.site.Pages;
import org.clubpost.site.SignUpForm;

/**
 * {@code GET /subscribe?list=news} shows the form; {@code POST /subscribe} takes it, form-encoded or as JSON.
 *
 * <p>The fields are {@code list}, {@code email}, and if wanted {@code name}, {@code lang} (a language tag) and {@code form} (which form it was). A form
 * is answered with 303 to the page "check your inbox", a program with 202 and JSON. The answer to a good request is the same whoever sends it and
 * whatever is stored; also to robots, which are known by the field that people do not see.
 */
public final class SubscribeHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final KnownFields QUERY = new KnownFields(
            Map.of(SignUpFields.LIST, 100, FormRequest.LANGUAGE_FIELD, 35), true);

    private final HttpEdge edge;
    private final Conversation conversation;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SubscribeHandler() {
        this(Wiring.ofProcess());
    }

    private SubscribeHandler(Wiring wiring) {
        this(wiring.subscribe(), wiring.pages(), InstantSource.system());
        edge.prime("/subscribe?list=nobody", conversation);
    }

    /** Answers with those collaborators. */
    public SubscribeHandler(Subscribe subscribe, Pages pages, InstantSource clock) {
        this.edge = new HttpEdge("subscribe", clock, new HttpEdge.ErrorPages(pages::unavailable, pages::broken));
        this.conversation = new SignUpConversation(subscribe, pages);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, conversation);
    }

    private record SignUpConversation(Subscribe subscribe, Pages pages) implements Conversation {

        @Override
        public Handled show(FormRequest request) {
            return switch (request.query(QUERY)) {
                case FormFields.Refused(var problem, var usable) ->
                    refused(request, usable, openList(usable), problem);
                case FormFields.Read read when read.text(SignUpFields.LIST).isEmpty() -> refused(request, read,
                        Optional.empty(), new FieldProblem(FieldProblem.Kind.MISSING, SignUpFields.LIST));
                case FormFields.Read read -> openList(read)
                        .map(list -> Handled.of(
                                HttpAnswer.html(200, pages.signUp(language(request, read, list), list,
                                        SignUpForm.EMPTY)),
                                "form-shown", list.id()))
                        .orElseGet(() -> noList(request, read));
            };
        }

        @Override
        public Handled act(FormRequest request) {
            return switch (request.fields(SignUpFields.KNOWN)) {
                case FormFields.Refused(var problem, var usable) ->
                    refused(request, usable, openList(usable), problem);
                case FormFields.Read read when read.text(SignUpFields.LIST).isEmpty() -> refused(request, read,
                        Optional.empty(), new FieldProblem(FieldProblem.Kind.MISSING, SignUpFields.LIST));
                case FormFields.Read read -> openList(read).map(list -> take(request, read, list))
                        .orElseGet(() -> noList(request, read));
            };
        }

        private Handled take(FormRequest request, FormFields.Read fields, MailingList list) {
            var language = language(request, fields, list);
            return switch (SignUpFields.read(fields)) {
                case SignUpFields.Reading.Wrong(var problem) -> refused(request, fields, Optional.of(list), problem);
                case SignUpFields.Reading.Robot _ -> accepted(request, language, list, "robot");
                case SignUpFields.Reading.Good good -> {
                    var outcome = subscribe.request(good.signUp(list.id(), language,
                            pages.consentDigest(language, list), request.origin()));
                    yield switch (outcome) {
                        case ACCEPTED ->
                            accepted(request, language, list, Handled.word(outcome)).counting(Metric.SIGN_UPS);
                        case TOO_MANY -> Handled.of(tooMany(request, language), Handled.word(outcome), list.id());
                        case UNKNOWN_LIST, CLOSED -> noList(request, fields);
                    };
                }
            };
        }

        private Handled accepted(FormRequest request, Locale language, MailingList list, String outcome) {
            return Handled.of(request.wantsJson()
                    ? HttpAnswer.json(202, Map.of("status", "accepted", "message", pages.acceptedMessage(language)))
                    : HttpAnswer.seeOther(pages.checkYourInboxPath(language)), outcome, list.id());
        }

        private HttpAnswer tooMany(FormRequest request, Locale language) {
            var answer = request.wantsJson()
                    ? HttpAnswer.json(429, Map.of("status", "refused", "message", pages.tooManyMessage(language)))
                    : HttpAnswer.html(429, pages.tooMany(language));
            return answer.retryAfter(Duration.ofHours(1));
        }

        private Handled noList(FormRequest request, FormFields.Read fields) {
            var language = language(request, fields, Locale.ENGLISH);
            return Handled.of(request.wantsJson()
                    ? problemJson(404, language, "malformed", SignUpFields.LIST)
                    : HttpAnswer.html(404, pages.noList(language)), "unknown-list");
        }

        private Handled refused(FormRequest request, FormFields.Read fields, Optional<MailingList> list,
                FieldProblem problem) {
            var language = list.map(known -> language(request, fields, known))
                    .orElseGet(() -> language(request, fields, Locale.ENGLISH));
            var kind = Handled.word(problem.kind());
            var sentence = pages.problem(language, kind, problem.field());
            var answer = request.wantsJson()
                    ? problemJson(problem.status(), language, kind, problem.field())
                    : HttpAnswer.html(problem.status(),
                            list.map(known -> pages.signUp(language, known,
                                    new SignUpForm(fields.text(SignUpFields.EMAIL), fields.text(SignUpFields.NAME),
                                            problem.field(), sentence)))
                                    .orElseGet(() -> pages.refused(language, sentence)));
            return list.map(known -> Handled.of(answer, kind, known.id())).orElseGet(() -> Handled.of(answer, kind));
        }

        private HttpAnswer problemJson(int status, Locale language, String kind, String field) {
            return HttpAnswer.json(status, Map.of("status", "refused", "field", field, "message",
                    pages.problem(language, kind, field)));
        }

        private Optional<MailingList> openList(FormFields.Read fields) {
            return ListId.parse(fields.text(SignUpFields.LIST)).flatMap(subscribe::openList);
        }

        private static Locale language(FormRequest request, FormFields.Read fields, MailingList list) {
            return language(request, fields, list.profile().language());
        }

        private static Locale language(FormRequest request, FormFields.Read fields, Locale otherwise) {
            return Languages.best(request.languages(fields), otherwise);
        }
    }
}
