package org.clubpost.function.subscribe;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.MailingList;
import org.clubpost.site.ConsentText;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.SignUpForm;
import org.clubpost.site.SignUpPage;
import org.clubpost.site.Site;

/**
 * What people and programs are told: people with a page, programs with JSON (docs/embedding.md). Each JSON answer has a
 * word for what happened ({@code code}) and a text in the visitor's language ({@code message}).
 *
 * @param page the pages of the form
 * @param consent what a visitor agrees to
 * @param errors the sentences about what is wrong
 */
record Answers(SignUpPage page, ConsentText consent, ErrorPages errors) {

    private static final String CODE = "code";
    private static final String MESSAGE = "message";
    private static final String STATUS = "status";
    private static final String REFUSED = "refused";

    static Answers of(Site site) {
        return new Answers(new SignUpPage(site), new ConsentText(site), new ErrorPages(site));
    }

    /** The language of the visitor, or else of the list. */
    static Locale language(Visit visit, MailingList list) {
        return visit.language(list.profile().language());
    }

    /** The form of an open list, or what a script needs to draw one. */
    Handled form(Visit visit, MailingList list) {
        var language = language(visit, list);
        return visit.request().wantsJson()
                ? Handled.of(HttpAnswer.json(200, offer(language, list)), "form-described", list.id())
                : Handled.page(200, page.form(language, list, SignUpForm.EMPTY), "form-shown", list.id());
    }

    private Map<String, ?> offer(Locale language, MailingList list) {
        var offer = new HashMap<String, Object>(page.labels(language));
        offer.putAll(Map.of("list", list.id().value(), "name", list.profile().name(), "description",
                list.profile().description(), "language", page.languageTag(language), "open", list.signUp().open(),
                "consent", consent.words(language, list), "wording", consent.digest(language, list), "domains",
                list.signUp().domains().stream().map(DomainPattern::text).toList()));
        return offer;
    }

    /**
     * For the script of a page that the list names: the list takes nobody at the moment. Not with 403, in whose place
     * CloudFront puts the page for wrong paths ({@code template.yaml}).
     */
    Handled closed(Visit visit, MailingList list) {
        var language = language(visit, list);
        var said = new HashMap<String, Object>(offer(language, list));
        said.putAll(Map.of(STATUS, REFUSED, CODE, "closed", MESSAGE, page.noListMessage(language)));
        return Handled.of(HttpAnswer.json(visit.request().isLook() ? 200 : 409, said), "closed", list.id());
    }

    /** The request was taken, or seems so. */
    Handled accepted(Visit visit, MailingList list, String outcome) {
        var language = language(visit, list);
        return Handled.of(visit.request().wantsJson()
                ? HttpAnswer.json(202, Map.of(STATUS, "accepted", CODE, "accepted", MESSAGE,
                        page.acceptedMessage(language)))
                : HttpAnswer.seeOther(page.checkYourInboxPath(language)), outcome, list.id());
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
                : HttpAnswer.html(400, page.form(language, list, new SignUpForm(visit.text(SignUpFields.EMAIL),
                        visit.text(SignUpFields.NAME), SignUpFields.EMAIL, why))),
                outcome, list.id());
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
                : HttpAnswer.html(problem.status(), list.map(known -> page.form(language, known,
                        new SignUpForm(visit.text(SignUpFields.EMAIL), visit.text(SignUpFields.NAME), problem.field(),
                                text)))
                        .orElseGet(() -> errors.refused(language, kind, problem.field())));
        return list.map(known -> Handled.of(answer, kind, known.id())).orElseGet(() -> Handled.of(answer, kind));
    }

    private static HttpAnswer problem(int status, String code, String message, String field) {
        return HttpAnswer.json(status, Map.of(STATUS, REFUSED, CODE, code, "field", field, MESSAGE, message));
    }
}
