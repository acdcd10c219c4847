package org.clubpost.function.unsubscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormFields;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Manage.Outcome;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.ManageForm;
import org.clubpost.site.ManagePage;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.Site;

/**
 * {@code GET /manage?token=…} shows a member's settings, {@code POST /manage} changes them: {@code name},
 * {@code language}, {@code own-posts}, {@code copy}, {@code notify} and {@code phone}. Pages are in the member's language. The way to leave is a link
 * to the page of {@link UnsubscribeHandler}, which takes the same token.
 */
public final class ManageHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TOKEN = "token";
    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    private static final String OWN_POSTS = "own-posts";
    private static final String COPY = "copy";
    private static final KnownFields FIELDS = new KnownFields(Map.of(TOKEN, 500, NAME,
            2 * PersonName.MAX_CODE_POINTS, LANGUAGE, 35, OWN_POSTS, 20, COPY, 5, NotifyField.NOTIFY, 20,
            NotifyField.PHONE, 40, FormRequest.LANGUAGE_FIELD, 35),
            false);

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ManageHandler() {
        this(Wiring.ofProcess().manage(), Site.load(), InstantSource.system());
        function.prime("/manage?token=nobody");
    }

    /** Answers with that use case, in the words of that site. */
    public ManageHandler(Manage manage, Site site, InstantSource clock) {
        var errors = new ErrorPages(site);
        var nonMember = new NonMemberPage(site);
        this.function = new PageFunction("manage", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, nonMember::forged, errors::refused),
                new Managing(manage, new ManagePage(site), nonMember, errors));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }

    private record Managing(Manage manage, ManagePage page, NonMemberPage nonMember, ErrorPages errors)
            implements
                Conversation {

        @Override
        public KnownFields fields() {
            return FIELDS;
        }

        @Override
        public Handled show(Visit visit) {
            return switch (manage.look(visit.text(TOKEN))) {
                case Outcome.Member(var list, var member) -> page(200, "settings-shown", list, member,
                        visit.text(TOKEN), ManageForm.of(member, new ManageForm.Status.Shown()));
                case Outcome.NotMember(var list) -> notMember(visit, list);
                case Outcome.Invalid _ -> visit.forged();
            };
        }

        @Override
        public Handled act(Visit visit) {
            return switch (manage.look(visit.text(TOKEN))) {
                case Outcome.Member(var list, var member) -> change(visit, list, member);
                case Outcome.NotMember(var list) -> notMember(visit, list);
                case Outcome.Invalid _ -> visit.forged();
            };
        }

        private Handled change(Visit visit, MailingList list, Subscriber.Confirmed member) {
            var fields = visit.fields();
            var language = language(fields, member);
            var own = OwnPosts.parse(fields.text(OWN_POSTS));
            var name = PersonName.parse(fields.text(NAME));
            // A form always sends both. Anything else that posts here must not change a setting by leaving it out.
            if (own.isEmpty()) {
                return refuseToAct(visit, problem(fields, OWN_POSTS));
            }
            if (language.isEmpty()) {
                return refuseToAct(visit, problem(fields, LANGUAGE));
            }
            if (name.isEmpty()) {
                return refuseToAct(visit, problem(fields, NAME));
            }
            return switch (NotifyField.read(fields, list, member.settings().notification())) {
                case NotifyField.Said.Chosen(var notification) -> change(visit, new Manage.Choice(name.get(),
                        language.get(), new MemberSettings(own.get(), !fields.text(COPY).isEmpty(), notification)));
                case NotifyField.Said.Wrong(var problem) -> refuseToAct(visit, problem);
            };
        }

        private Handled change(Visit visit, Manage.Choice choice) {
            return switch (manage.change(visit.text(TOKEN), choice)) {
                case Outcome.Member(var list, var changed) -> page(200, "settings-changed", list, changed,
                        visit.text(TOKEN), ManageForm.of(changed, new ManageForm.Status.Saved()));
                case Outcome.NotMember(var list) -> notMember(visit, list);
                case Outcome.Invalid _ -> visit.forged();
            };
        }

        private static FieldProblem problem(FormFields.Read fields, String field) {
            return new FieldProblem(
                    fields.text(field).isEmpty() ? FieldProblem.Kind.MISSING : FieldProblem.Kind.MALFORMED, field);
        }

        /** The chosen one of our languages. A member who has a dialect of it keeps that. */
        private static Optional<Locale> language(FormFields.Read fields, Subscriber.Confirmed member) {
            return Languages.ALL.stream().filter(each -> each.toLanguageTag().equals(fields.text(LANGUAGE)))
                    .findFirst()
                    .map(chosen -> Languages.closest(member.person().language()).equals(chosen)
                            ? member.person().language()
                            : chosen);
        }

        /** Shows the form again to anyone who holds the link. Everybody is told what is wrong. */
        @Override
        public Handled refuseToAct(Visit visit, FieldProblem problem) {
            if (manage.look(visit.text(TOKEN)) instanceof Outcome.Member(var list, var member)) {
                var kind = Handled.word(problem.kind());
                var shown = new ManageForm(visit.text(NAME),
                        language(visit.fields(), member).orElse(member.person().language()),
                        new MemberSettings(
                                OwnPosts.parse(visit.text(OWN_POSTS)).orElse(member.settings().ownPosts()),
                                !visit.text(COPY).isEmpty(), member.settings().notification()),
                        new ManageForm.Notify(visit.text(NotifyField.NOTIFY), visit.text(NotifyField.PHONE)),
                        new ManageForm.Status.Wrong(problem.field(),
                                errors.problem(member.person().language(), kind, problem.field())));
                return page(problem.status(), kind, list, member, visit.text(TOKEN), shown);
            }
            return visit.refused(problem);
        }

        private Handled page(int status, String outcome, MailingList list, Subscriber.Confirmed member, String token,
                ManageForm form) {
            return Handled.page(status, page.form(member.person().language(), list, member.person().address(), token,
                    form), outcome, list.id());
        }

        private Handled notMember(Visit visit, MailingList list) {
            return Handled.page(200, nonMember.notMember(visit.language(list.profile().language()), list),
                    "not-member", list.id());
        }
    }
}
