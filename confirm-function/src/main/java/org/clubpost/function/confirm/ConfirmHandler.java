package org.clubpost.function.confirm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormFields;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.HttpEdge;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.text.Languages;
import org.clubpost.site.Pages;

/**
 * {@code GET /confirm?token=…} and {@code GET /withdraw?token=…} show a page with a button; the button's {@code POST} confirms or withdraws.
 *
 * <p>Programs that scan mail fetch both links, some of them more than once, so GET changes nothing and uses nothing up. A second press says that the
 * request is confirmed already. A link that is too old is answered with 410 and the way to a new one, one that is not ours with 404.
 */
public final class ConfirmHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final KnownFields FIELDS = new KnownFields(Map.of(TOKEN, 500, FormRequest.LANGUAGE_FIELD, 35),
            true);

    private final HttpEdge edge;
    private final Conversation conversation;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ConfirmHandler() {
        this(Wiring.ofProcess());
    }

    private ConfirmHandler(Wiring wiring) {
        this(wiring.confirm(), wiring.pages(), InstantSource.system());
        edge.prime("/confirm?token=nobody", conversation);
    }

    /** Answers with those collaborators. */
    public ConfirmHandler(Confirm confirm, Pages pages, InstantSource clock) {
        this.edge = new HttpEdge("confirm", clock, new HttpEdge.ErrorPages(pages::unavailable, pages::broken));
        this.conversation = new Answering(confirm, pages);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, conversation);
    }

    private record Answering(Confirm confirm, Pages pages) implements Conversation {

        @Override
        public Handled show(FormRequest request) {
            return switch (request.query(FIELDS)) {
                case FormFields.Refused _ -> forged(request);
                case FormFields.Read read when request.path().endsWith("/confirm") ->
                    answer(request, read, confirm.look(read.text(TOKEN), request.origin().at()), true);
                case FormFields.Read read when request.path().endsWith("/withdraw") ->
                    answer(request, read, confirm.look(read.text(TOKEN), request.origin().at()), false);
                case FormFields.Read _ -> notFound(request);
            };
        }

        @Override
        public Handled act(FormRequest request) {
            return switch (request.fields(FIELDS)) {
                case FormFields.Refused(var problem, _) -> {
                    var language = language(request);
                    var kind = Handled.word(problem.kind());
                    yield Handled.of(HttpAnswer.html(problem.status(),
                            pages.refused(language, pages.problem(language, kind, problem.field()))), kind);
                }
                case FormFields.Read read when request.path().endsWith("/confirm") ->
                    answer(request, read, confirm.confirm(read.text(TOKEN), request.origin()), true);
                case FormFields.Read read when request.path().endsWith("/withdraw") ->
                    answer(request, read, confirm.withdraw(read.text(TOKEN), request.origin().at()),
                            false);
                case FormFields.Read _ -> notFound(request);
            };
        }

        private Handled answer(FormRequest request, FormFields.Read fields, Confirm.Outcome outcome,
                boolean toConfirm) {
            return switch (outcome) {
                case Confirm.Outcome.Open(var list, var pending) -> {
                    var person = pending.person();
                    var page = toConfirm
                            ? pages.confirm(person.language(), list, person.address(), fields.text(TOKEN))
                            : pages.withdraw(person.language(), list, person.address(), fields.text(TOKEN));
                    yield Handled.of(HttpAnswer.html(200, page), "question-shown", list.id());
                }
                case Confirm.Outcome.Joined(var list, var member) -> Handled
                        .of(HttpAnswer.html(200, pages.joined(member.person().language(), list)), "joined", list.id())
                        .counting(Metric.CONFIRMATIONS);
                case Confirm.Outcome.AlreadyJoined(var list) -> Handled.of(
                        HttpAnswer.html(200, pages.alreadyJoined(language(request, fields, list), list)),
                        "already-joined",
                        list.id());
                case Confirm.Outcome.Withdrawn(var list) -> Handled.of(
                        HttpAnswer.html(200, pages.withdrawn(language(request, fields, list), list)), "withdrawn",
                        list.id());
                case Confirm.Outcome.Gone(var list) -> Handled
                        .of(HttpAnswer.html(410, pages.gone(language(request, fields, list), list)), "gone", list.id());
                case Confirm.Outcome.Invalid _ -> forged(request);
            };
        }

        private Handled forged(FormRequest request) {
            return Handled.of(HttpAnswer.html(404, pages.forged(language(request))), "forged");
        }

        private Handled notFound(FormRequest request) {
            return Handled.of(HttpAnswer.html(404, pages.notFound(language(request))), "not-found");
        }

        private static Locale language(FormRequest request, FormFields.Read fields, MailingList list) {
            return Languages.best(request.languages(fields), list.profile().language());
        }

        private static Locale language(FormRequest request) {
            return Languages.best(request.languages(), Locale.ENGLISH);
        }
    }
}
