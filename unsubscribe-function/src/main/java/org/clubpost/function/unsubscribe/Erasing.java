package org.clubpost.function.unsubscribe;

import java.util.List;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.privacy.OwnLinks.Meant;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.site.ErasePage;
import org.clubpost.site.NonMemberPage;

/**
 * {@code GET /erase?token=…} asks whether everything about a person is to be erased, {@code POST /erase} does it. Both
 * take a fresh link.
 *
 * @param own what people may ask
 * @param page the pages
 * @param nonMember what is shown when there is nobody
 */
record Erasing(Own own, ErasePage page, NonMemberPage nonMember) implements Conversation {

    static final String TOKEN = "token";
    static final String SEND_LINK = "send-link";
    private static final String PRESSED = "erase";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(TOKEN, 500, PRESSED, 5, FormRequest.LANGUAGE_FIELD, 35), false).withBare(TOKEN);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        var token = visit.text(TOKEN);
        return proven(visit, (list, known) -> Handled.page(200,
                page.question(known.person().language(), list, known.person().address(), lists(known), token, PRESSED,
                        own.clock().instant()),
                "erase-shown", list.id()));
    }

    /** Only the button erases. */
    @Override
    public Handled act(Visit visit) {
        if (visit.text(PRESSED).isEmpty()) {
            return show(visit);
        }
        return proven(visit, (list, known) -> {
            var now = own.clock().instant();
            var language = known.person().language();
            own.erase().erase(known.id(), own.lists().all(), ForgetWay.PERSON, now);
            return Handled.page(200, page.erased(language, list, now), "erased", list.id());
        });
    }

    private List<MailingList> lists(Subscriber.Known known) {
        return own.disclose().lists(known.id());
    }

    /** What is done for whoever has a fresh link. */
    interface Act {

        Handled on(MailingList list, Subscriber.Known known);
    }

    private Handled proven(Visit visit, Act act) {
        return proven(own, page, nonMember, visit, act);
    }

    static Handled proven(Own own, ErasePage page, NonMemberPage nonMember, Visit visit, Act act) {
        return switch (own.links().meant(visit.text(TOKEN), own.clock().instant())) {
            case Meant.Proven(var list, var known) -> act.on(list, known);
            case Meant.NeedsFreshLink(var list, var member) -> Handled.page(200, page.needsFreshLink(
                    member.person().language(), list, visit.text(TOKEN), SEND_LINK), "needs-fresh-link", list.id());
            case Meant.NotMember(var list) -> Handled.page(200,
                    nonMember.notMember(visit.language(list.profile().language()), list), "not-member", list.id());
            case Meant.Unfitting(var list) -> Handled.page(200,
                    nonMember.unfitting(visit.language(list.profile().language()), list), "unfitting", list.id());
            case Meant.Invalid _ -> visit.forged();
        };
    }
}
