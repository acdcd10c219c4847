package org.clubpost.function.subscribe;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Subscribe;

/**
 * What happens at {@code /subscribe}.
 *
 * @param subscribe the use case
 * @param answers what visitors are told
 */
record SigningUp(Subscribe subscribe, Answers answers) implements Conversation {

    private static final KnownFields QUERY = new KnownFields(
            Map.of(SignUpFields.LIST, 100, FormRequest.LANGUAGE_FIELD, 35), true);

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
        var list = list(visit);
        var door = Door.of(visit.request(), list);
        return door.open(whenOpen(visit, list, door, known -> answers.form(visit, known)));
    }

    @Override
    public Handled act(Visit visit) {
        var list = list(visit);
        var door = Door.of(visit.request(), list);
        return door.open(whenOpen(visit, list, door, known -> take(visit, known, door)));
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
        return Door.of(visit.request(), list)
                .open(answers.refused(visit, list.filter(known -> known.signUp().open()), problem));
    }

    private Optional<MailingList> list(Visit visit) {
        return ListId.parse(visit.text(SignUpFields.LIST)).flatMap(subscribe::list);
    }

    /** A list that is closed looks like none, but to the pages that it names itself. */
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
        return visit.request().wantsJson() && door.page().isPresent()
                ? answers.closed(visit, list.get())
                : answers.noList(visit);
    }

    private Handled take(Visit visit, MailingList list, Door door) {
        return switch (SignUpFields.read(visit.fields())) {
            case SignUpFields.Reading.Wrong(var problem) -> answers.refused(visit, Optional.of(list), problem);
            case SignUpFields.Reading.Robot _ -> answers.accepted(visit, list, "robot");
            case SignUpFields.Reading.Good good -> signUp(visit, list, good, door);
        };
    }

    private Handled signUp(Visit visit, MailingList list, SignUpFields.Reading.Good good, Door door) {
        var language = Answers.language(visit, list);
        var wording = answers.consent().digest(language, list);
        if (!good.wording().isEmpty() && !good.wording().equals(wording)) {
            return answers.refused(visit, Optional.of(list),
                    new FieldProblem(FieldProblem.Kind.OUTDATED, SignUpFields.WORDING));
        }
        var outcome = subscribe.request(good.signUp(list.id(), language, door.form(good.form()), wording,
                visit.request().origin()));
        return switch (outcome) {
            case ACCEPTED -> answers.accepted(visit, list, Handled.word(outcome)).counting(Metric.SIGN_UPS);
            case TOO_MANY -> answers.tooMany(visit, list, Handled.word(outcome));
            case OTHER_DOMAIN -> answers.otherDomain(visit, list, Handled.word(outcome));
            case UNKNOWN_LIST, CLOSED -> answers.noList(visit);
        };
    }
}
