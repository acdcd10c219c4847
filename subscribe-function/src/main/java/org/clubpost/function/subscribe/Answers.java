package org.clubpost.function.subscribe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.LikelyTypo;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.MailingList;
import org.clubpost.site.ConsentText;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.InboxPage;
import org.clubpost.site.SignUpForm;
import org.clubpost.site.SignUpPage;
import org.clubpost.site.Site;
import org.clubpost.site.TypedForm;

/**
 * What people and programs are told: people with a page, programs with JSON (docs/embedding.md). Each JSON answer has a
 * word for what happened ({@code code}) and a text in the visitor's language ({@code message}).
 *
 * @param page the form
 * @param inbox the pages that answer it
 * @param consent what a visitor agrees to
 * @param errors the sentences about what is wrong
 * @param guard what the forms have against robots
 */
record Answers(SignUpPage page, InboxPage inbox, ConsentText consent, ErrorPages errors, Guard guard) {

    private static final String CODE = "code";
    private static final String MESSAGE = "message";
    private static final String STATUS = "status";
    private static final String REFUSED = "refused";

    static Answers of(Site site, Guard guard) {
        return new Answers(new SignUpPage(site), new InboxPage(site), new ConsentText(site), new ErrorPages(site),
                guard);
    }

    /** The language of the visitor, or else of the list. */
    static Locale language(Visit visit, MailingList list) {
        return visit.language(list.profile().language());
    }

    /** The form of an open list, or what a script needs to draw one. */
    Handled form(Visit visit, MailingList list) {
        var language = language(visit, list);
        return visit.request().wantsJson()
                ? Handled.of(HttpAnswer.json(200, described(visit, language, list)), "form-described", list.id())
                : Handled.of(shown(visit, 200, language, list, SignUpForm.EMPTY), "form-shown", list.id());
    }

    /** The form as a page, with what it has against robots. */
    private HttpAnswer shown(Visit visit, int status, Locale language, MailingList list, SignUpForm form) {
        var against = guard.of(visit, list.signUp().entrance().work());
        return withScript(HttpAnswer.html(status, page.form(language, list, form.with(against))), against);
    }

    /** A page may run our script only if the script has something to do. */
    static HttpAnswer withScript(HttpAnswer answer, SignUpForm.AgainstRobots against) {
        return against.challenge().isEmpty() ? answer : answer.withOurScripts();
    }

    /** With what the form of a script is to send back. */
    private Map<String, ?> described(Visit visit, Locale language, MailingList list) {
        var against = guard.of(visit, list.signUp().entrance().work());
        var described = new HashMap<String, Object>(offer(language, list));
        described.put(SignUpPage.STAMP_FIELD, against.stamp());
        if (!against.challenge().isEmpty()) {
            described.put("challenge", against.challenge());
        }
        return described;
    }

    private Map<String, ?> offer(Locale language, MailingList list) {
        var offer = new HashMap<String, Object>(page.labels(language));
        offer.putAll(Map.of("list", list.id().value(), "name", list.profile().name(), "description",
                list.profile().description(), "language", page.languageTag(language), "open", list.signUp().open(),
                "approval", list.signUp().needsApproval(),
                "consent", consent.words(language, list), "wording", consent.digest(language, list), "domains",
                list.signUp().domains().stream().map(DomainPattern::text).toList()));
        return offer;
    }

    /**
     * The list takes nobody at the moment: a page, or for the script of a page that the list names a description. Not
     * with 403, in whose place CloudFront puts the page for wrong paths ({@code template.yaml}).
     */
    Handled closed(Visit visit, MailingList list) {
        var language = language(visit, list);
        if (!visit.request().wantsJson()) {
            return Handled.page(visit.request().isLook() ? 200 : 409, page.closed(language, list), "closed", list.id());
        }
        var said = new HashMap<String, Object>(offer(language, list));
        said.putAll(Map.of(STATUS, REFUSED, CODE, "closed", MESSAGE, page.closedMessage(language, list)));
        return Handled.of(HttpAnswer.json(visit.request().isLook() ? 200 : 409, said), "closed", list.id());
    }

    /**
     * The request was taken, or seems so. The page stands at the form's own address, so that what was typed is in no
     * URL. A program is told, besides, when the address looks like a slip.
     */
    Handled accepted(Visit visit, MailingList list, EmailAddress address, String outcome) {
        return Handled.of(acceptance(visit, language(visit, list), List.of(list), address), outcome, list.id());
    }

    /** The same for a request to join several lists. */
    Handled accepted(Visit visit, Locale language, List<MailingList> lists, EmailAddress address, String outcome) {
        return Handled.of(acceptance(visit, language, lists, address), outcome);
    }

    private HttpAnswer acceptance(Visit visit, Locale language, List<MailingList> lists, EmailAddress address) {
        if (!visit.request().wantsJson()) {
            return HttpAnswer.html(200, inbox.sent(language, lists, SignUpFields.typed(visit.fields(), address),
                    visit.text(TypedForm.STEP).equals(TypedForm.AGAIN)));
        }
        var said = new HashMap<String, Object>(Map.of(STATUS, "accepted", CODE, "accepted", MESSAGE,
                page.acceptedMessage(language)));
        LikelyTypo.meant(address).ifPresent(meant -> said.put("suggestion", meant.written()));
        return HttpAnswer.json(202, said);
    }

    /** Asks whether another address was meant. Nothing is done yet. */
    Handled isMeant(Visit visit, Locale language, List<MailingList> lists, EmailAddress address, EmailAddress meant) {
        return Handled.of(HttpAnswer.html(200, inbox.question(language, lists,
                SignUpFields.typed(visit.fields(), address), meant)), "likely-typo");
    }

    /** The form, filled in as it was sent. */
    Handled change(Visit visit, MailingList list) {
        return Handled.of(shown(visit, 200, language(visit, list), list,
                new SignUpForm(visit.text(SignUpFields.EMAIL), visit.text(SignUpFields.NAME), "", "")), "form-shown",
                list.id());
    }

    /** Too many requests from one source. */
    Handled tooMany(Visit visit, MailingList list, String outcome) {
        var language = language(visit, list);
        var answer = visit.request().wantsJson()
                ? HttpAnswer.json(429, Map.of(STATUS, REFUSED, CODE, "too-many", MESSAGE,
                        page.tooManyMessage(language)))
                : HttpAnswer.html(429, page.tooMany(language));
        return Handled.of(answer.retryAfter(Duration.ofHours(1)), outcome, list.id());
    }

    /** The list takes only addresses of other domains. */
    Handled otherDomain(Visit visit, MailingList list, String outcome) {
        var language = language(visit, list);
        var why = page.otherDomain(language, list);
        return Handled.of(visit.request().wantsJson()
                ? problem(400, outcome, why, SignUpFields.EMAIL)
                : shown(visit, 400, language, list, new SignUpForm(visit.text(SignUpFields.EMAIL),
                        visit.text(SignUpFields.NAME), SignUpFields.EMAIL, why)),
                outcome, list.id());
    }

    /** The same form once more, with a sentence that says why; no field of it is wrong. */
    Handled onceMore(Visit visit, MailingList list, int status, String why) {
        var language = language(visit, list);
        var text = errors.problem(language, why, "");
        return Handled.of(visit.request().wantsJson()
                ? problem(status, why, text, SignUpPage.STAMP_FIELD)
                : shown(visit, status, language, list, new SignUpForm(email(visit), visit.text(SignUpFields.NAME), "",
                        text)),
                why, list.id());
    }

    /** The address for the form that is shown once more: the one that was meant, when a slip was just put right. */
    static String email(Visit visit) {
        var typed = visit.text(SignUpFields.EMAIL);
        return visit.text(TypedForm.STEP).equals(TypedForm.CORRECTED)
                ? EmailAddress.parse(typed).flatMap(LikelyTypo::meant).map(EmailAddress::written).orElse(typed)
                : typed;
    }

    /** There is no such list, or it does not say so to everybody. */
    Handled noList(Visit visit) {
        var language = visit.language(Locale.ENGLISH);
        return Handled.of(visit.request().wantsJson()
                ? problem(404, "unknown-list", errors.problem(language, "malformed", SignUpFields.LIST),
                        SignUpFields.LIST)
                : HttpAnswer.html(404, page.noList(language)), "unknown-list");
    }

    /** A field is wrong. Shows the form again, filled in as it was, when the list is known and open. */
    Handled refused(Visit visit, Optional<MailingList> list, FieldProblem problem) {
        var language = list.map(known -> language(visit, known)).orElseGet(() -> visit.language(Locale.ENGLISH));
        var kind = Handled.word(problem.kind());
        var text = errors.problem(language, kind, problem.field());
        var answer = visit.request().wantsJson()
                ? problem(problem.status(), kind, text, problem.field())
                : list.map(known -> shown(visit, problem.status(), language, known,
                        new SignUpForm(visit.text(SignUpFields.EMAIL), visit.text(SignUpFields.NAME), problem.field(),
                                text)))
                        .orElseGet(() -> HttpAnswer.html(problem.status(),
                                errors.refused(language, kind, problem.field())));
        return list.map(known -> Handled.of(answer, kind, known.id())).orElseGet(() -> Handled.of(answer, kind));
    }

    private static HttpAnswer problem(int status, String code, String message, String field) {
        return HttpAnswer.json(status, Map.of(STATUS, REFUSED, CODE, code, "field", field, MESSAGE, message));
    }
}
