package org.clubpost.function.unsubscribe;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormFields;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Manage.Outcome;
import org.clubpost.core.text.Languages;
import org.clubpost.site.AddressPage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.ManageForm;
import org.clubpost.site.ManageMore;
import org.clubpost.site.ManagePage;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.SignUpPage;

/**
 * {@code GET /manage?token=…}, and {@code GET /s?…} with a short token, show a member's settings, {@code POST /manage}
 * changes them: {@code language}, {@code own-posts}, {@code copy} and {@code pause-until}, and with a fresh link {@code
 * name}, {@code notify} and {@code phone} too. A {@code POST} with {@code send-link} has a fresh link sent to the
 * member. Pages are in the member's language. The way to leave is a link to the page of {@link UnsubscribeHandler},
 * which takes the same token.
 * A {@code POST} with {@code change-address}, {@code new-address} and {@code everywhere} has the new address asked.
 */
record Managing(ManageHandler.UseCases use, ManagePage page, AddressPage addressPage, NonMemberPage nonMember,
        ErrorPages errors, InstantSource clock)
        implements
            Conversation {

    private static final String TOKEN = "token";
    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    private static final String OWN_POSTS = "own-posts";
    private static final String COPY = "copy";
    private static final String SEND_LINK = "send-link";
    private static final String CHANGE_ADDRESS = "change-address";
    private static final String NEW_ADDRESS = "new-address";
    private static final String EVERYWHERE = "everywhere";
    private static final KnownFields FIELDS = new KnownFields(Map.ofEntries(Map.entry(TOKEN, 500),
            Map.entry(NAME, 2 * PersonName.MAX_CODE_POINTS), Map.entry(LANGUAGE, 35), Map.entry(OWN_POSTS, 20),
            Map.entry(COPY, 5), Map.entry(NotifyField.NOTIFY, 20), Map.entry(NotifyField.PHONE, 40),
            Map.entry(PauseField.PAUSE_UNTIL, 20), Map.entry(SEND_LINK, 5), Map.entry(CHANGE_ADDRESS, 5),
            Map.entry(NEW_ADDRESS, 254), Map.entry(EVERYWHERE, 5), Map.entry(FormRequest.LANGUAGE_FIELD, 35)),
            false).withBare(TOKEN);
    /** What only a page that was opened with a fresh link asks for. */
    private static final Set<String> WHOLE = Set.of(NAME, NotifyField.NOTIFY, NotifyField.PHONE);
    private static final FieldProblem TOO_OLD = new FieldProblem(FieldProblem.Kind.OUTDATED, "link");

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return answer(visit, look(visit), "settings-shown", new ManageForm.Status.Shown());
    }

    private Outcome look(Visit visit) {
        return use.manage().look(visit.text(TOKEN), clock.instant());
    }

    @Override
    public Handled act(Visit visit) {
        if (!visit.text(SEND_LINK).isEmpty()) {
            return sendLink(visit);
        }
        if (!visit.text(CHANGE_ADDRESS).isEmpty()) {
            return changeAddress(visit);
        }
        return look(visit) instanceof Outcome.Member(var list, var member, _)
                ? change(visit, list, member)
                : show(visit);
    }

    private Handled changeAddress(Visit visit) {
        var to = EmailAddress.parse(visit.text(NEW_ADDRESS).strip());
        if (to.isEmpty()) {
            return refuseToAct(visit, problem(visit.fields(), NEW_ADDRESS));
        }
        return switch (use.change().wish(visit.text(TOKEN), to.get(), !visit.text(EVERYWHERE).isEmpty(),
                clock.instant())) {
            case ChangeAddress.Wished.Taken(var list, var member) -> Handled.page(200,
                    addressPage.asked(member.person().language(), list), "address-asked", list.id());
            case ChangeAddress.Wished.Same _ -> refused(visit, "same");
            case ChangeAddress.Wished.OtherDomain _ -> refused(visit, "other-domain");
            case ChangeAddress.Wished.NotByThisLink(var outcome) ->
                outcome instanceof Outcome.Member(var list, var member, _)
                        ? answer(visit, new Outcome.NeedsFreshLink(list, member), "", new ManageForm.Status.Shown())
                        : show(visit);
        };
    }

    /** A good address that this member cannot change to. */
    private Handled refused(Visit visit, String kind) {
        return look(visit) instanceof Outcome.Member(var list, var member, var reach)
                ? page(400, kind, list, member, reach, visit, ManageForm.of(member, today(list),
                        new ManageForm.Status.Wrong(NEW_ADDRESS,
                                errors.problem(member.person().language(), kind, NEW_ADDRESS))))
                : show(visit);
    }

    /** The answer is the same however often it was asked. */
    private Handled sendLink(Visit visit) {
        return use.manage().sendFreshLink(visit.text(TOKEN),
                clock.instant()) instanceof Outcome.Member(var list, var member, _)
                        ? Handled.page(200, page.linkSent(member.person().language(), list), "link-asked",
                                list.id())
                        : show(visit);
    }

    private Handled change(Visit visit, MailingList list, Subscriber.Confirmed member) {
        var fields = visit.fields();
        var language = language(fields, member);
        var own = OwnPosts.parse(fields.text(OWN_POSTS));
        // A form always sends both. Anything else that posts here must not change a setting by leaving it out.
        if (own.isEmpty()) {
            return refuseToAct(visit, problem(fields, OWN_POSTS));
        }
        if (language.isEmpty()) {
            return refuseToAct(visit, problem(fields, LANGUAGE));
        }
        return switch (PauseField.read(fields, member.settings(), clock.instant(), list.dispatch().zone())) {
            case PauseField.Said.Chosen(var until) -> change(visit, list, member, new Manage.Choice.Usual(
                    language.get(), own.get(), !fields.text(COPY).isEmpty(), until));
            case PauseField.Said.Wrong _ -> refuseToAct(visit, problem(fields, PauseField.PAUSE_UNTIL));
        };
    }

    private Handled change(Visit visit, MailingList list, Subscriber.Confirmed member,
            Manage.Choice.Usual usual) {
        return WHOLE.stream().anyMatch(visit.fields().values()::containsKey)
                ? everything(visit, list, member, usual)
                : change(visit, usual);
    }

    /** What only a page that was opened with a fresh link sends. */
    private Handled everything(Visit visit, MailingList list, Subscriber.Confirmed member,
            Manage.Choice.Usual usual) {
        var fields = visit.fields();
        var name = fields.values().containsKey(NAME)
                ? PersonName.parse(fields.text(NAME))
                : Optional.of(member.person().name());
        if (name.isEmpty()) {
            return refuseToAct(visit, problem(fields, NAME));
        }
        return switch (NotifyField.read(fields, list, member.settings().notification())) {
            case NotifyField.Said.Chosen(var notification) ->
                change(visit, new Manage.Choice.Everything(usual, name.get(), notification));
            case NotifyField.Said.Wrong(var problem) -> refuseToAct(visit, problem);
        };
    }

    private Handled change(Visit visit, Manage.Choice choice) {
        return answer(visit, use.manage().change(visit.text(TOKEN), choice, clock.instant()), "settings-changed",
                new ManageForm.Status.Saved());
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
        if (look(visit) instanceof Outcome.Member(var list, var member, var reach)) {
            var settings = new MemberSettings(
                    OwnPosts.parse(visit.text(OWN_POSTS)).orElse(member.settings().ownPosts()),
                    !visit.text(COPY).isEmpty(), member.settings().notification());
            var shown = new ManageForm(visit.text(NAME),
                    language(visit.fields(), member).orElse(member.person().language()), settings,
                    new ManageForm.Notify(visit.text(NotifyField.NOTIFY), visit.text(NotifyField.PHONE)),
                    new ManageForm.Pause(visit.text(PauseField.PAUSE_UNTIL), today(list)),
                    wrong(member, problem));
            return page(problem.status(), Handled.word(problem.kind()), list, member, reach, visit,
                    shown);
        }
        return visit.refused(problem);
    }

    private ManageForm.Status wrong(Subscriber.Confirmed member, FieldProblem problem) {
        return new ManageForm.Status.Wrong(problem.field(),
                errors.problem(member.person().language(), Handled.word(problem.kind()), problem.field()));
    }

    private Handled answer(Visit visit, Outcome outcome, String word, ManageForm.Status status) {
        return switch (outcome) {
            case Outcome.Member(var list, var member, var reach) -> page(200, word, list, member, reach,
                    visit, ManageForm.of(member, today(list), status));
            case Outcome.NeedsFreshLink(var list, var member) -> page(TOO_OLD.status(), "needs-fresh-link", list,
                    member, Manage.Reach.USUAL, visit,
                    ManageForm.of(member, today(list), wrong(member, TOO_OLD)));
            case Outcome.NotMember(var list) -> Handled.page(200,
                    nonMember.notMember(visit.language(list.profile().language()), list), "not-member",
                    list.id());
            case Outcome.Unfitting(var list) -> Handled.page(200,
                    nonMember.unfitting(visit.language(list.profile().language()), list), "unfitting",
                    list.id());
            case Outcome.Invalid _ -> visit.forged();
        };
    }

    private Handled page(int status, String outcome, MailingList list, Subscriber.Confirmed member,
            Manage.Reach reach, Visit visit, ManageForm form) {
        var language = member.person().language();
        return Handled.page(status, switch (reach) {
            case USUAL -> page.usual(language, list, visit.text(TOKEN), form, new ManageMore(Optional.empty(),
                    List.of(), others(use.lists().othersThan(list), member)));
            case EVERYTHING -> page.everything(language, list, member.person().address(), visit.text(TOKEN), form,
                    more(visit, list, member));
        }, outcome, list.id());
    }

    private ManageMore more(Visit visit, MailingList list, Subscriber.Confirmed member) {
        var isFresh = visit.text(CHANGE_ADDRESS).isEmpty();
        return new ManageMore(
                Optional.of(new ManageMore.Address(visit.text(NEW_ADDRESS),
                        isFresh || !visit.text(EVERYWHERE).isEmpty())),
                use.lists().mine(visit.text(TOKEN)).stream()
                        .map(each -> new ManageMore.Mine(each.list().profile().name(),
                                each.member().settings().pauseAt(clock.instant(), each.list().dispatch().zone()),
                                each.token(), each.list().id().equals(list.id())))
                        .toList(),
                others(use.lists().others(member), member));
    }

    private static List<ManageMore.Other> others(List<MailingList> lists, Subscriber.Confirmed member) {
        return lists.stream().map(each -> new ManageMore.Other(each.profile().name(),
                SignUpPage.path(each.id(), member.person().language().toLanguageTag())))
                .toList();
    }

    private LocalDate today(MailingList list) {
        return LocalDate.ofInstant(clock.instant(), list.dispatch().zone());
    }
}
