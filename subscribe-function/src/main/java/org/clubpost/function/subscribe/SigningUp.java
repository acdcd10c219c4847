package org.clubpost.function.subscribe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.address.LikelyTypo;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.site.ListsPage;
import org.clubpost.site.Site;
import org.clubpost.site.TypedForm;

/**
 * What happens at {@code /subscribe}.
 *
 * @param subscribe the use case
 * @param answers what visitors are told
 * @param front the page with all lists that are offered
 */
record SigningUp(Subscribe subscribe, Answers answers, FrontPage front) implements Conversation {

    private static final KnownFields QUERY = new KnownFields(
            Map.of(SignUpFields.LIST, 100, FormRequest.LANGUAGE_FIELD, 35), true);

    static SigningUp of(Subscribe subscribe, Site site, RandomGenerator random) {
        var answers = Answers.of(site, new Guard(subscribe.gate(random)));
        return new SigningUp(subscribe, answers, new FrontPage(subscribe, new ListsPage(site), answers));
    }

    @Override
    public KnownFields fields() {
        return SignUpFields.KNOWN;
    }

    @Override
    public KnownFields query() {
        return QUERY;
    }

    @Override
    public Handled show(Visit visit) {
        if (visit.text(SignUpFields.LIST).isEmpty() && !visit.request().wantsJson()) {
            return front.show(visit);
        }
        var list = list(visit);
        var door = Door.of(visit.request(), list);
        return door.open(whenOpen(visit, list, door, known -> answers.form(visit, known)));
    }

    @Override
    public Handled act(Visit visit) {
        var list = list(visit);
        var door = Door.of(visit.request(), list);
        return Choice.of(visit.fields()).map(choice -> door.open(front.act(visit, choice, door)))
                .orElseGet(() -> door.open(whenOpen(visit, list, door, known -> take(visit, known, door))));
    }

    /** Each request may cost a mail, and the web ACL that counts them is at CloudFront. */
    @Override
    public boolean actsBehindCloudFrontOnly() {
        return true;
    }

    @Override
    public Optional<Handled> admit(Visit visit) {
        return Optional.of(Door.of(visit.request(), list(visit)).admit());
    }

    @Override
    public Handled refuseToShow(Visit visit, FieldProblem problem) {
        return refused(visit, problem);
    }

    @Override
    public Handled refuseToAct(Visit visit, FieldProblem problem) {
        return refused(visit, problem);
    }

    private Handled refused(Visit visit, FieldProblem problem) {
        var list = list(visit);
        var choice = visit.request().isLook() ? Optional.<Choice>empty() : Choice.of(visit.fields());
        if (choice.isPresent()) {
            return Door.of(visit.request(), list).open(front.refused(visit, choice.get(), problem));
        }
        return Door.of(visit.request(), list)
                .open(answers.refused(visit, list.filter(known -> known.signUp().open()), problem));
    }

    private Optional<MailingList> list(Visit visit) {
        return ListId.parse(visit.text(SignUpFields.LIST)).flatMap(subscribe::list);
    }

    /**
     * People are told that a list is closed, and so are the pages that it names; other programs learn nothing. A closed
     * list that the front page would not show looks like none at all.
     */
    private Handled whenOpen(Visit visit, Optional<MailingList> list, Door door,
            Function<MailingList, Handled> then) {
        if (visit.text(SignUpFields.LIST).isEmpty()) {
            return answers.refused(visit, Optional.empty(),
                    new FieldProblem(FieldProblem.Kind.MISSING, SignUpFields.LIST));
        }
        if (list.isEmpty()) {
            return answers.noList(visit);
        }
        if (list.get().signUp().open()) {
            return then.apply(list.get());
        }
        var isTold = visit.request().wantsJson()
                ? door.page().isPresent()
                : list.get().signUp().entrance().listed();
        return isTold
                ? answers.closed(visit, list.get())
                : answers.noList(visit);
    }

    private Handled take(Visit visit, MailingList list, Door door) {
        if (visit.text(TypedForm.STEP).equals(TypedForm.CHANGE)) {
            return answers.change(visit, list);
        }
        return switch (SignUpFields.read(visit.fields())) {
            case SignUpFields.Reading.Wrong(var problem) -> answers.refused(visit, Optional.of(list), problem);
            case SignUpFields.Reading.Robot(var address) -> answers.accepted(visit, list, address, "robot");
            case SignUpFields.Reading.Good good -> meant(visit, list, good, door);
        };
    }

    /** Whoever typed an address that looks like a slip is asked once, and whatever they say is taken. */
    private Handled meant(Visit visit, MailingList list, SignUpFields.Reading.Good good, Door door) {
        var meant = LikelyTypo.meant(good.address());
        return switch (visit.text(TypedForm.STEP)) {
            case TypedForm.CORRECTED -> signUp(visit, list, meant.map(good::with).orElse(good), door);
            case "" -> meant.isPresent() && !visit.request().wantsJson()
                    ? answers.isMeant(visit, Answers.language(visit, list), List.of(list), good.address(),
                            meant.get())
                    : signUp(visit, list, good, door);
            default -> signUp(visit, list, good, door);
        };
    }

    private Handled signUp(Visit visit, MailingList list, SignUpFields.Reading.Good good, Door door) {
        var language = Answers.language(visit, list);
        var shown = shown(visit, list, language, good.wording());
        if (shown.isEmpty()) {
            return answers.refused(visit, Optional.of(list),
                    new FieldProblem(FieldProblem.Kind.OUTDATED, SignUpFields.WORDING));
        }
        var objection = answers.guard().objection(visit);
        if (objection.isPresent()) {
            return answers.onceMore(visit, list, 400, objection.get());
        }
        var outcome = subscribe.request(good.signUp(list.id(), language, door.form(good.form()),
                shown.get().digest(), visit.request().origin()), shown.get(),
                answers.guard().sender(visit, list.signUp().entrance().work()));
        return switch (outcome) {
            case ACCEPTED ->
                answers.accepted(visit, list, good.address(), Handled.word(outcome)).counting(Metric.SIGN_UPS);
            case TOO_MANY -> answers.tooMany(visit, list, Handled.word(outcome));
            case UNPROVEN -> answers.onceMore(visit, list, 429, Handled.word(outcome));
            case OTHER_DOMAIN -> answers.otherDomain(visit, list, Handled.word(outcome));
            case UNKNOWN_LIST, CLOSED -> answers.noList(visit);
        };
    }

    /**
     * The words that the form showed, of today or from before: they go on record. Empty when we do not know them. A form
     * of somebody else's page that does not say which words it showed is answered with ours; a program that says nothing
     * has asked for them with the form.
     */
    private Optional<Wording> shown(Visit visit, MailingList list, Locale language, String wording) {
        if (!wording.isEmpty()) {
            return answers.consent().known(list, wording);
        }
        return visit.request().wantsJson() || visit.request().page().isEmpty()
                ? Optional.of(Wording.of(answers.consent().words(language, list)))
                : Optional.empty();
    }
}
