package org.clubpost.site;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.reason.Reason;

/**
 * The page after the button of the {@link ModerationPage}: what a decision about a mail led to, in the list's language.
 */
public final class DecisionPage {

    private final Site site;

    /** In the words of that site. */
    public DecisionPage(Site site) {
        this.site = site;
    }

    /** It goes out. */
    public String sent(MailingList list) {
        return message(list, "sent", Map.of());
    }

    /** It goes out at that time. */
    public String scheduled(MailingList list, Instant until) {
        var words = site.words(list.profile().language());
        return message(list, "scheduled", Map.of("until", words.time(until, list.dispatch().zone())));
    }

    /** Its author took it back before it went out. */
    public String takenBack(MailingList list) {
        return message(list, "taken-back", Map.of());
    }

    /** Its author stopped it when that many copies had gone out. */
    public String halted(MailingList list, long sent) {
        return message(list, "halted", Map.of("sent", Long.toString(sent)));
    }

    /** It has gone out, and cannot be taken back. */
    public String tooLate(MailingList list) {
        return message(list, "too-late", Map.of());
    }

    /**
     * It does not go out.
     *
     * @param authorTold whether its author was told
     */
    public String stopped(MailingList list, boolean authorTold) {
        return message(list, authorTold ? "told" : "stopped", Map.of());
    }

    /**
     * Its author confirmed it, and now it waits for the owners.
     *
     * @param reason why
     */
    public String waits(MailingList list, Reason reason) {
        return message(list, "waits", Map.of("reason", sentence(list, reason)));
    }

    /**
     * It cannot go out.
     *
     * @param reason why
     */
    public String cannotBeSent(MailingList list, Reason reason) {
        return message(list, "cannot", Map.of("reason", sentence(list, reason)));
    }

    /** Somebody decided before, or its time is over. */
    public String settled(MailingList list) {
        return message(list, "settled", Map.of());
    }

    /** The link is none of ours. */
    public String forged(Locale language) {
        return Message.named(site, site.words(language), "moderate.forged").page();
    }

    private String message(MailingList list, String name, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("list", list.profile().name());
        return Message.named(site, site.words(list.profile().language()), "moderate." + name, all).of(list).page();
    }

    private static String sentence(MailingList list, Reason reason) {
        return Reasons.sentence(reason, list.profile().language());
    }
}
