package org.clubpost.function.unsubscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
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
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.core.text.Languages;
import org.clubpost.site.Pages;

/**
 * {@code GET /unsubscribe?token=…} shows a page with a button, whose {@code POST} ends the membership. A {@code POST} with
 * {@code List-Unsubscribe=One-Click} (RFC 8058 section 3.2, form-encoded or multipart) ends it at once: 200, no redirect, no cookie.
 *
 * <p>Some mail programs leave the body of a one-click POST out. Such a POST is taken as well: the token in the address was made for nothing else. What
 * else is in the body or the query is passed over, because whoever wants to leave must not fail for it.
 */
public final class UnsubscribeHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final String ONE_CLICK = "List-Unsubscribe";
    private static final String BUTTON = "button";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(TOKEN, 500, ONE_CLICK, 100, BUTTON, 100, FormRequest.LANGUAGE_FIELD, 35), true);

    private final HttpEdge edge;
    private final Conversation conversation;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public UnsubscribeHandler() {
        this(Wiring.ofProcess());
    }

    private UnsubscribeHandler(Wiring wiring) {
        this(wiring.unsubscribe(), wiring.pages(), InstantSource.system());
        edge.prime("/unsubscribe?token=nobody", conversation);
    }

    /** Answers with those collaborators. */
    public UnsubscribeHandler(Unsubscribe unsubscribe, Pages pages, InstantSource clock) {
        this.edge = new HttpEdge("unsubscribe", clock, new HttpEdge.ErrorPages(pages::unavailable, pages::broken));
        this.conversation = new Answering(unsubscribe, pages);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, conversation);
    }

    private record Answering(Unsubscribe unsubscribe, Pages pages) implements Conversation {

        @Override
        public Handled show(FormRequest request) {
            return switch (request.query(FIELDS)) {
                case FormFields.Refused _ -> forged(request);
                case FormFields.Read read ->
                    answer(request, read, unsubscribe.look(read.text(TOKEN)));
            };
        }

        @Override
        public Handled act(FormRequest request) {
            return switch (request.fields(FIELDS)) {
                case FormFields.Refused(var problem, _) -> refused(request, problem);
                case FormFields.Read read -> way(request, read)
                        .map(way -> answer(request, read,
                                unsubscribe.leave(read.text(TOKEN), way, request.origin().at())))
                        .orElseGet(() -> refused(request, new FieldProblem(FieldProblem.Kind.MISSING, ONE_CLICK)));
            };
        }

        private static Optional<LeaveWay> way(FormRequest request, FormFields.Read fields) {
            if (!fields.text(BUTTON).isEmpty()) {
                return Optional.of(LeaveWay.PAGE);
            }
            return request.hasBody() && !fields.text(ONE_CLICK).equalsIgnoreCase("One-Click")
                    ? Optional.empty()
                    : Optional.of(LeaveWay.ONE_CLICK);
        }

        private Handled answer(FormRequest request, FormFields.Read fields, Unsubscribe.Outcome outcome) {
            return switch (outcome) {
                case Unsubscribe.Outcome.Member(var list, var member) -> Handled.of(
                        HttpAnswer.html(200,
                                pages.leave(member.person().language(), list, member.person().address(),
                                        fields.text(TOKEN),
                                        BUTTON)),
                        "question-shown", list.id());
                case Unsubscribe.Outcome.Left(var list) -> Handled
                        .of(HttpAnswer.html(200, pages.left(language(request, fields, list), list)), "left", list.id())
                        .counting(Metric.LEAVES);
                case Unsubscribe.Outcome.NotMember(var list) -> Handled.of(
                        HttpAnswer.html(200, pages.notMember(language(request, fields, list), list)), "not-member",
                        list.id());
                case Unsubscribe.Outcome.Invalid _ -> forged(request);
            };
        }

        private Handled refused(FormRequest request, FieldProblem problem) {
            var language = Languages.best(request.languages(), Locale.ENGLISH);
            var kind = Handled.word(problem.kind());
            return Handled.of(HttpAnswer.html(problem.status(),
                    pages.refused(language, pages.problem(language, kind, problem.field()))), kind);
        }

        private Handled forged(FormRequest request) {
            return Handled.of(
                    HttpAnswer.html(404, pages.forgedMembership(Languages.best(request.languages(), Locale.ENGLISH))),
                    "forged");
        }

        private static Locale language(FormRequest request, FormFields.Read fields, MailingList list) {
            return Languages.best(request.languages(fields), list.profile().language());
        }
    }
}
