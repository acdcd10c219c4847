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
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.privacy.OwnLinks.Meant;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.PrivacyPage;

/**
 * {@code GET /privacy?list=…} says what a list stores about people: of a list that anybody may join to anybody; with
 * {@code token} in place of {@code list} to a member of any list.
 *
 * @param own what people may ask
 * @param page the page
 * @param nonMember what is shown when the token leads to nobody
 */
record Explaining(Own own, PrivacyPage page, NonMemberPage nonMember) implements Conversation {

    private static final String LIST = "list";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(LIST, 100, Erasing.TOKEN, 500, FormRequest.LANGUAGE_FIELD, 35), true);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return visit.text(Erasing.TOKEN).isEmpty() ? open(visit) : ofMember(visit);
    }

    /** A list that is closed looks like none. */
    private Handled open(Visit visit) {
        return ListId.parse(visit.text(LIST)).flatMap(own.lists()::find).filter(list -> list.signUp().open())
                .map(list -> Handled.page(200, page.open(language(visit, list), list), "privacy-shown", list.id()))
                .orElseGet(() -> Handled.of(HttpAnswer.html(404, page.none(visit.language(Locale.ENGLISH))),
                        "no-list"));
    }

    private Handled ofMember(Visit visit) {
        return switch (own.links().meant(visit.text(Erasing.TOKEN), own.clock().instant())) {
            case Meant.Proven(var list, _) -> ofMember(visit, list);
            case Meant.NeedsFreshLink(var list, _) -> ofMember(visit, list);
            case Meant.NotMember(var list) -> ofMember(visit, list);
            case Meant.Unfitting(var list) ->
                Handled.page(200, nonMember.unfitting(language(visit, list), list), "unfitting", list.id());
            case Meant.Invalid _ -> visit.forged();
        };
    }

    private Handled ofMember(Visit visit, MailingList list) {
        return Handled.page(200, page.ofMember(language(visit, list), list, visit.text(Erasing.TOKEN)),
                "privacy-shown", list.id());
    }

    private static Locale language(Visit visit, MailingList list) {
        return visit.language(list.profile().language());
    }

    @Override
    public Handled act(Visit visit) {
        return show(visit);
    }

    @Override
    public Handled refuseToShow(Visit visit, FieldProblem problem) {
        return visit.refused(problem);
    }
}
