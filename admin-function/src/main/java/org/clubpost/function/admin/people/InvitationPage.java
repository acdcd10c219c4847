package org.clubpost.function.admin.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Appoint;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms/invitation}: where the link in the mail leads that asks somebody to run a list. Its button accepts;
 * looking at it does nothing, so programs that open links in mails appoint nobody.
 *
 * @param appoint the use case
 * @param frame makes the pages
 */
public record InvitationPage(Appoint appoint, Frame frame) implements Conversation {

    /** Where it is. */
    public static final String PATH = RoomPath.ROOT + "/invitation";

    private static final String TOKEN = "token";
    private static final int MOST_OF_TOKEN = 120;
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(TOKEN, MOST_OF_TOKEN, FormRequest.LANGUAGE_FIELD, 35), false);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return appoint.offer(visit.text(TOKEN)).map(offer -> page(visit, offer))
                .orElseGet(() -> frame.message(visit, 404, "invitation.gone", "invitation-gone"));
    }

    private Handled page(Visit visit, Appoint.Offer offer) {
        var list = offer.list();
        var words = Words.of(visit.language(list.profile().language()));
        var by = offer.invitation().by() instanceof Actor.Owner(var address)
                ? address.written()
                : words.text("invitation.operator");
        var title = words.text("invitation.title", Map.of("list", list.profile().name()));
        return Handled.of(HttpAnswer.html(200, frame.outside(words, InvitationPage.class, "invitation", Map.of("title",
                title, "text", words.text("invitation.text", Map.of("by", by, "who",
                        offer.invitation().address().written(), "as",
                        words.text("people.as." + offer.invitation().role()))),
                "means", words.text("invitation." + offer.invitation().role()), "handsOver",
                offer.invitation().handsOver()
                        ? List.of(words.text("invitation.hands-over", Map.of("by", by)))
                        : List.of(),
                "action", PATH, "token", visit.text(TOKEN)))), "invitation-shown");
    }

    @Override
    public Handled act(Visit visit) {
        return frame.foreign(visit).orElseGet(() -> switch (appoint.accept(visit.text(TOKEN))) {
            case Appoint.Outcome.Done(var list, _, _) -> {
                var words = Words.of(visit.language(Locale.ENGLISH));
                yield Handled.of(HttpAnswer.html(200, frame.outside(words, InvitationPage.class, "accepted",
                        Map.of("title", words.text("invitation.accepted.title"), "text",
                                words.text("invitation.accepted.text", Map.of("list", list.profile().name())),
                                "signIn", Doorway.SIGN_IN))),
                        "invitation-accepted", list.id());
            }
            case Appoint.Outcome.Invited _,Appoint.Outcome.AlreadySo _,Appoint.Outcome.TooMany _,Appoint.Outcome.LastOwner _,Appoint.Outcome.Unknown _,Appoint.Outcome.Denied _ ->
                frame.message(visit, 404, "invitation.gone", "invitation-gone");
        });
    }
}
