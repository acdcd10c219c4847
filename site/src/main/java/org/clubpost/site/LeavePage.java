package org.clubpost.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.LeaveReason;

/** The page on which a member leaves, and what its button leads to. */
public final class LeavePage {

    private final Site site;

    /** In the words of that site. */
    public LeavePage(Site site) {
        this.site = site;
    }

    /**
     * Asks whether the membership is to end, and shows the way to pause instead.
     *
     * @param settings the token of the link to the member's settings
     * @param pressed the name of the field by which the button can be told from a one-click request
     */
    public String question(Locale language, MailingList list, EmailAddress address, String token, String settings,
            String pressed) {
        var words = site.words(language);
        return new Question(site, words, "leave", list, address).posting("/unsubscribe", token).pressed(pressed)
                .other("/manage?token=" + settings, words.text("leave.pause")).page();
    }

    /**
     * The membership ended. It says that a mail with the way back is coming, asks why, and shows the form to join; the link
     * back itself goes only to the address of whoever left.
     *
     * @param why the token of the form that says why
     * @param field the name of the field with the reason
     */
    public String left(Locale language, MailingList list, String why, String field) {
        var words = site.words(language);
        var reasons = Stream.of(LeaveReason.values())
                .map(reason -> Map.of("value", reason.word(), "label", words.text("why." + reason.word()))).toList();
        return Message.about(site, words, "left", list)
                .with("choices", List.of(Map.of("action", "/unsubscribe", "token", why, "field", field, "legend",
                        words.text("why.title"), "hint", words.text("why.hint"), "options", reasons)))
                .withSignUp("left", list).page();
    }

    /** The reason was kept. */
    public String thanks(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "whysaid", list).page();
    }

    /** The leave that the reason is about is no more. */
    public String tooLateToSay(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "whypast", list).page();
    }
}
