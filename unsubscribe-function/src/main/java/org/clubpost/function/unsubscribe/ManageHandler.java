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
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Manage.Outcome;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ManageForm;
import org.clubpost.site.Pages;

/**
 * {@code GET /manage?token=…} shows a member's settings, {@code POST /manage} changes them: {@code name}, {@code language}, {@code own-posts} and
 * {@code copy}. Pages are in the member's language. The way to leave is a link to the page of {@link UnsubscribeHandler}, which takes the same token.
 */
public final class ManageHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    private static final String OWN_POSTS = "own-posts";
    private static final String COPY = "copy";
    private static final KnownFields FIELDS = new KnownFields(Map.of(TOKEN, 500, NAME,
            2 * PersonName.MAX_CODE_POINTS, LANGUAGE, 35, OWN_POSTS, 20, COPY, 5, FormRequest.LANGUAGE_FIELD, 35),
            false);

    private final HttpEdge edge;
    private final Conversation conversation;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ManageHandler() {
        this(Wiring.ofProcess());
    }

    private ManageHandler(Wiring wiring) {
        this(wiring.manage(), wiring.pages(), InstantSource.system());
        edge.prime("/manage?token=nobody", conversation);
    }

    /** Answers with those collaborators. */
    public ManageHandler(Manage manage, Pages pages, InstantSource clock) {
        this.edge = new HttpEdge("manage", clock, new HttpEdge.ErrorPages(pages::unavailable, pages::broken));
        this.conversation = new Answering(manage, pages);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, conversation);
    }

    private record Answering(Manage manage, Pages pages) implements Conversation {

        @Override
        public Handled show(FormRequest request) {
            return switch (request.query(FIELDS)) {
                case FormFields.Refused _ -> forged(request);
                case FormFields.Read read -> switch (manage.look(read.text(TOKEN))) {
                    case Outcome.Member(var list, var member) -> page(200, "settings-shown", list, member,
                            read.text(TOKEN), ManageForm.of(member, new ManageForm.Status.Shown()));
                    case Outcome.NotMember(var list) -> notMember(request, list);
                    case Outcome.Invalid _ -> forged(request);
                };
            };
        }

        @Override
        public Handled act(FormRequest request) {
            return switch (request.fields(FIELDS)) {
                case FormFields.Refused(var problem, var usable) -> refused(request, usable, problem);
                case FormFields.Read read -> switch (manage.look(read.text(TOKEN))) {
                    case Outcome.Member(_, var member) -> change(request, read, member);
                    case Outcome.NotMember(var list) -> notMember(request, list);
                    case Outcome.Invalid _ -> forged(request);
                };
            };
        }

        private Handled change(FormRequest request, FormFields.Read fields, Subscriber.Confirmed member) {
            var language = language(fields, member);
            var own = OwnPosts.parse(fields.text(OWN_POSTS));
            var name = PersonName.parse(fields.text(NAME));
            // A form always says both; whatever else posts here must not change a setting by its silence.
            if (own.isEmpty()) {
                return refused(request, fields, problem(fields, OWN_POSTS));
            }
            if (language.isEmpty()) {
                return refused(request, fields, problem(fields, LANGUAGE));
            }
            if (name.isEmpty()) {
                return refused(request, fields, problem(fields, NAME));
            }
            var settings = new MemberSettings(own.get(), !fields.text(COPY).isEmpty());
            return switch (manage.change(fields.text(TOKEN),
                    new Manage.Choice(name.get(), language.get(), settings))) {
                case Outcome.Member(var list, var changed) -> page(200, "settings-changed", list, changed,
                        fields.text(TOKEN), ManageForm.of(changed, new ManageForm.Status.Saved()));
                case Outcome.NotMember(var list) -> notMember(request, list);
                case Outcome.Invalid _ -> forged(request);
            };
        }

        private static FieldProblem problem(FormFields.Read fields, String field) {
            return new FieldProblem(
                    fields.text(field).isEmpty() ? FieldProblem.Kind.MISSING : FieldProblem.Kind.MALFORMED, field);
        }

        /** The chosen one of our languages; who has a dialect of it keeps that. */
        private static Optional<Locale> language(FormFields.Read fields, Subscriber.Confirmed member) {
            return Languages.ALL.stream().filter(each -> each.toLanguageTag().equals(fields.text(LANGUAGE)))
                    .findFirst()
                    .map(chosen -> Languages.closest(member.person().language()).equals(chosen)
                            ? member.person().language()
                            : chosen);
        }

        /** Shows the form again to who holds the link, and says what is wrong to anybody. */
        private Handled refused(FormRequest request, FormFields.Read fields, FieldProblem problem) {
            var kind = Handled.word(problem.kind());
            if (manage.look(fields.text(TOKEN)) instanceof Outcome.Member(var list, var member)) {
                var shown = new ManageForm(fields.text(NAME),
                        language(fields, member).orElse(member.person().language()),
                        new MemberSettings(
                                OwnPosts.parse(fields.text(OWN_POSTS)).orElse(member.settings().ownPosts()),
                                !fields.text(COPY).isEmpty()),
                        new ManageForm.Status.Wrong(problem.field(),
                                pages.problem(member.person().language(), kind, problem.field())));
                return page(problem.status(), kind, list, member, fields.text(TOKEN), shown);
            }
            var language = Languages.best(request.languages(), Locale.ENGLISH);
            return Handled.of(HttpAnswer.html(problem.status(),
                    pages.refused(language, pages.problem(language, kind, problem.field()))), kind);
        }

        private Handled page(int status, String outcome, MailingList list, Subscriber.Confirmed member, String token,
                ManageForm form) {
            return Handled.of(HttpAnswer.html(status, pages.manage(member.person().language(), list,
                    member.person().address(), token, form)), outcome, list.id());
        }

        private Handled notMember(FormRequest request, MailingList list) {
            var language = Languages.best(request.languages(), list.profile().language());
            return Handled.of(HttpAnswer.html(200, pages.notMember(language, list)), "not-member", list.id());
        }

        private Handled forged(FormRequest request) {
            return Handled.of(
                    HttpAnswer.html(404, pages.forgedMembership(Languages.best(request.languages(), Locale.ENGLISH))),
                    "forged");
        }
    }
}
