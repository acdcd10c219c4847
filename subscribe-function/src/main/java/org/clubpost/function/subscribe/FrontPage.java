package org.clubpost.function.subscribe;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.address.LikelyTypo;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.site.ListsForm;
import org.clubpost.site.ListsPage;
import org.clubpost.site.SignUpForm;
import org.clubpost.site.TypedForm;

/**
 * The front page of the club, with all lists that are offered to everybody, and what comes of ticking several.
 *
 * @param subscribe the use case
 * @param page the page
 * @param answers what visitors of any form are told
 */
record FrontPage(Subscribe subscribe, ListsPage page, Answers answers) {

    /** The page, with nothing filled in. */
    Handled show(Visit visit) {
        return Handled.of(shown(visit, 200, subscribe.offered(), ListsForm.EMPTY), "front-shown");
    }

    private HttpAnswer shown(Visit visit, int status, List<MailingList> lists, ListsForm form) {
        var against = answers.guard().of(visit, lists.stream().anyMatch(list -> list.signUp().entrance().work()));
        return Answers.withScript(HttpAnswer.html(status, page.form(language(visit), lists, form.with(against))),
                against);
    }

    /** The request for the lists that were ticked. */
    Handled act(Visit visit, Choice choice, Door door) {
        if (visit.text(TypedForm.STEP).equals(TypedForm.CHANGE)) {
            return Handled.of(shown(visit, 200, shown(choice), new ListsForm(new HashSet<>(choice.lists()),
                    new SignUpForm(visit.text(SignUpFields.EMAIL), visit.text(SignUpFields.NAME), "", ""))),
                    "front-shown");
        }
        if (lists(choice).isEmpty()) {
            return refused(visit, choice, new FieldProblem(choice.lists().isEmpty()
                    ? FieldProblem.Kind.MISSING
                    : FieldProblem.Kind.MALFORMED, SignUpFields.LISTS));
        }
        return switch (SignUpFields.read(visit.fields())) {
            case SignUpFields.Reading.Wrong(var problem) -> refused(visit, choice, problem);
            case SignUpFields.Reading.Robot(var address) ->
                answers.accepted(visit, language(visit), lists(choice), address, "robot");
            case SignUpFields.Reading.Good good -> meant(visit, choice, good, door);
        };
    }

    /** The same question and answers as for one list ({@link SigningUp}). */
    private Handled meant(Visit visit, Choice choice, SignUpFields.Reading.Good good, Door door) {
        var meant = LikelyTypo.meant(good.address());
        return switch (visit.text(TypedForm.STEP)) {
            case TypedForm.CORRECTED -> signUp(visit, choice, meant.map(good::with).orElse(good), door);
            case "" -> meant.isPresent() && !visit.request().wantsJson()
                    ? answers.isMeant(visit, language(visit), lists(choice), good.address(), meant.get())
                    : signUp(visit, choice, good, door);
            default -> signUp(visit, choice, good, door);
        };
    }

    /** Those of the ticked lists that take requests. Of others nothing is said, as if they were not there. */
    private List<MailingList> lists(Choice choice) {
        return choice.lists().stream().flatMap(id -> subscribe.list(id).stream())
                .filter(list -> list.signUp().open()).toList();
    }

    private Handled signUp(Visit visit, Choice choice, SignUpFields.Reading.Good good, Door door) {
        var language = language(visit);
        var shown = good.wording().isEmpty()
                ? Optional.of(Wording.of(answers.consent().ofSeveral(language)))
                : answers.consent().knownOfSeveral(good.wording());
        if (shown.isEmpty()) {
            return refused(visit, choice, new FieldProblem(FieldProblem.Kind.OUTDATED, SignUpFields.WORDING));
        }
        var signUp = new SignUp(choice.lists(), good.address(), good.name(), language, door.form(good.form()),
                shown.get().digest(), visit.request().origin());
        var objection = answers.guard().objection(visit);
        if (objection.isPresent()) {
            return onceMore(visit, choice, 400, objection.get());
        }
        var isWork = lists(choice).stream().anyMatch(list -> list.signUp().entrance().work());
        var outcome = subscribe.request(signUp, shown.get(), answers.guard().sender(visit, isWork));
        return switch (outcome) {
            case ACCEPTED ->
                answers.accepted(visit, language, lists(choice), good.address(), Handled.word(outcome))
                        .counting(Metric.SIGN_UPS);
            case TOO_MANY -> Handled.of(tooMany(visit, language).retryAfter(Duration.ofHours(1)),
                    Handled.word(outcome));
            case UNPROVEN -> onceMore(visit, choice, 429, Handled.word(outcome));
            case OTHER_DOMAIN -> otherDomain(visit, choice, signUp);
            case UNKNOWN_LIST, CLOSED ->
                refused(visit, choice, new FieldProblem(FieldProblem.Kind.MALFORMED, SignUpFields.LISTS));
        };
    }

    /** The same page once more, with a sentence that says why; no field of it is wrong. */
    private Handled onceMore(Visit visit, Choice choice, int status, String why) {
        return answer(visit, choice, why, status, "", answers.errors().problem(language(visit), why, ""));
    }

    private HttpAnswer tooMany(Visit visit, Locale language) {
        return visit.request().wantsJson()
                ? HttpAnswer.json(429, Map.of("status", "refused", "code", "too-many", "message",
                        answers.page().tooManyMessage(language)))
                : HttpAnswer.html(429, answers.page().tooMany(language));
    }

    private Handled otherDomain(Visit visit, Choice choice, SignUp signUp) {
        var language = language(visit);
        var why = lists(choice).stream().filter(list -> !list.signUp().takes(signUp.address())).findFirst()
                .map(list -> page.otherDomain(language, list))
                .orElseGet(() -> answers.errors().problem(language, "malformed", SignUpFields.LISTS));
        return answer(visit, choice, "other-domain", 400, SignUpFields.LISTS, why);
    }

    /** A field is wrong: the page again, filled in as it was. */
    Handled refused(Visit visit, Choice choice, FieldProblem problem) {
        var kind = Handled.word(problem.kind());
        return answer(visit, choice, kind, problem.status(), problem.field(),
                answers.errors().problem(language(visit), kind, problem.field()));
    }

    private Handled answer(Visit visit, Choice choice, String code, int status, String field, String why) {
        if (visit.request().wantsJson()) {
            return Handled.of(HttpAnswer.json(status, Map.of("status", "refused", "code", code, "field", field,
                    "message", why)), code);
        }
        var form = new SignUpForm(Answers.email(visit), visit.text(SignUpFields.NAME), field, why);
        return Handled.of(shown(visit, status, shown(choice), new ListsForm(new HashSet<>(choice.lists()), form)),
                code);
    }

    /** The lists on offer, and those that were ticked though they are for people with a link. */
    private List<MailingList> shown(Choice choice) {
        var offered = subscribe.offered();
        return Stream.concat(offered.stream(), lists(choice).stream()
                .filter(list -> !offered.contains(list))).toList();
    }

    private static Locale language(Visit visit) {
        return visit.language(Locale.ENGLISH);
    }
}
