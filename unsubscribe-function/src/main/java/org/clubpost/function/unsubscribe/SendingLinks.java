package org.clubpost.function.unsubscribe;

import java.util.Locale;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.subscription.SendLinks;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.LinksPage;

/**
 * What happens at {@code /leave}, for members who have no mail of a list at hand: a form for the address, and the same
 * answer whoever asks.
 *
 * @param links the use case
 * @param page its pages
 * @param errors says what is wrong with the address
 */
record SendingLinks(SendLinks links, LinksPage page, ErrorPages errors) implements Conversation {

    private static final String EMAIL = "email";
    private static final String TRAP = "website";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(EMAIL, 254, TRAP, FormRequest.MAX_BODY_OCTETS, FormRequest.LANGUAGE_FIELD, 35), false);
    private static final KnownFields QUERY = new KnownFields(Map.of(FormRequest.LANGUAGE_FIELD, 35), true);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public KnownFields query() {
        return QUERY;
    }

    /** Each request may cost a mail, and the web ACL that counts them is at CloudFront. */
    @Override
    public boolean actsBehindCloudFrontOnly() {
        return true;
    }

    @Override
    public Handled show(Visit visit) {
        return Handled.of(HttpAnswer.html(200, page.form(language(visit), "", "")), "links-form");
    }

    @Override
    public Handled act(Visit visit) {
        if (visit.text(EMAIL).isBlank()) {
            return refuseToAct(visit, new FieldProblem(FieldProblem.Kind.MISSING, EMAIL));
        }
        var address = EmailAddress.parse(visit.text(EMAIL).strip());
        if (address.isEmpty()) {
            return refuseToAct(visit, new FieldProblem(FieldProblem.Kind.MALFORMED, EMAIL));
        }
        if (!visit.text(TRAP).isEmpty()) {
            return sent(visit, "robot");
        }
        return switch (links.ask(address.get(), visit.request().origin())) {
            case ACCEPTED -> sent(visit, "links-asked");
            case TOO_MANY -> Handled.of(HttpAnswer.html(429, page.tooMany(language(visit))), "too-many");
        };
    }

    private Handled sent(Visit visit, String outcome) {
        return Handled.of(HttpAnswer.html(200, page.sent(language(visit))), outcome);
    }

    @Override
    public Handled refuseToAct(Visit visit, FieldProblem problem) {
        var language = language(visit);
        return Handled.of(HttpAnswer.html(problem.status(), page.form(language, visit.text(EMAIL),
                errors.problem(language, Handled.word(problem.kind()), problem.field()))),
                Handled.word(problem.kind()));
    }

    @Override
    public Handled refuseToShow(Visit visit, FieldProblem problem) {
        return show(visit);
    }

    private static Locale language(Visit visit) {
        return visit.language(Locale.ENGLISH);
    }
}
