package org.clubpost.function.moderate;

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
import org.clubpost.mail.receive.Moderate;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ModerationPages;
import org.clubpost.site.Pages;

/**
 * {@code GET /moderate?token=…} shows a mail that waits and a button; the button's {@code POST} sends, refuses, confirms or disowns it, as the link says.
 *
 * <p>Programs that scan mail fetch the links, so GET changes nothing and uses nothing up. A link about which nothing is left to decide is answered with 410,
 * one that is not ours with 404.
 */
public final class ModerateHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final String REASON = "reason";
    /** Each line end in the field counts as one character in a browser and is sent as two. */
    private static final KnownFields FIELDS = new KnownFields(Map.of(TOKEN, 500, REASON, 1000), true);

    private final HttpEdge edge;
    private final Conversation conversation;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ModerateHandler() {
        this(Wiring.ofProcess());
    }

    private ModerateHandler(Wiring wiring) {
        this(wiring.moderate(), wiring.pages(), wiring.moderation(), InstantSource.system());
        edge.prime("/moderate?token=nobody", conversation);
    }

    /** Answers with those collaborators. */
    public ModerateHandler(Moderate moderate, Pages pages, ModerationPages moderation, InstantSource clock) {
        this.edge = new HttpEdge("moderate", clock, new HttpEdge.ErrorPages(pages::unavailable, pages::broken));
        this.conversation = new Answering(moderate, pages, moderation);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, conversation);
    }

    private record Answering(Moderate moderate, Pages pages, ModerationPages moderation) implements Conversation {

        @Override
        public Handled show(FormRequest request) {
            return switch (request.query(FIELDS)) {
                case FormFields.Refused _ -> forged(request);
                case FormFields.Read read -> answer(request, read.text(TOKEN), moderate.look(read.text(TOKEN)));
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
                case FormFields.Read read -> answer(request, read.text(TOKEN),
                        moderate.decide(read.text(TOKEN), read.text(REASON)));
            };
        }

        private Handled answer(FormRequest request, String token, Moderate.Outcome outcome) {
            return switch (outcome) {
                case Moderate.Outcome.Open(var list, var post, var action) -> Handled
                        .of(HttpAnswer.html(200, moderation.question(list, post, action, token)), "question-shown",
                                list.id());
                case Moderate.Outcome.Sent(var list) ->
                    Handled.of(HttpAnswer.html(200, moderation.sent(list)), "sent", list.id())
                            .counting(Metric.POSTS);
                case Moderate.Outcome.Scheduled(var list, var until) ->
                    Handled.of(HttpAnswer.html(200, moderation.scheduled(list, until)), "scheduled", list.id())
                            .counting(Metric.POSTS);
                case Moderate.Outcome.TakenBack(var list) ->
                    Handled.of(HttpAnswer.html(200, moderation.takenBack(list)), "taken-back", list.id());
                case Moderate.Outcome.Halted(var list, var sent) ->
                    Handled.of(HttpAnswer.html(200, moderation.halted(list, sent)), "halted", list.id());
                case Moderate.Outcome.TooLate(var list) ->
                    Handled.of(HttpAnswer.html(410, moderation.tooLate(list)), "too-late", list.id());
                case Moderate.Outcome.Stopped(var list, var told) ->
                    Handled.of(HttpAnswer.html(200, moderation.stopped(list, told)), "stopped", list.id());
                case Moderate.Outcome.Waits(var list, var reason) ->
                    Handled.of(HttpAnswer.html(200, moderation.waits(list, reason)), "waits", list.id());
                case Moderate.Outcome.CannotBeSent(var list, var reason) -> Handled
                        .of(HttpAnswer.html(200, moderation.cannotBeSent(list, reason)), "cannot-be-sent", list.id());
                case Moderate.Outcome.Settled(var list) ->
                    Handled.of(HttpAnswer.html(410, moderation.settled(list)), "settled", list.id());
                case Moderate.Outcome.Invalid _ -> forged(request);
            };
        }

        private Handled forged(FormRequest request) {
            return Handled.of(HttpAnswer.html(404, moderation.forged(language(request))), "forged");
        }

        private static Locale language(FormRequest request) {
            return Languages.best(request.languages(), Locale.ENGLISH);
        }
    }
}
