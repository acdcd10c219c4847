package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/**
 * What answers the form: the page "check your inbox", and the question whether the address is right. Both say what was
 * typed and nothing of what is stored. What was typed is in the page's own form, and in no URL.
 */
public final class InboxPage {

    /** In characters: what fits into a button on a phone. */
    private static final int SHORT = 24;

    private final Site site;

    /** In the words of that site. */
    public InboxPage(Site site) {
        this.site = site;
    }

    /**
     * A mail is on its way, or seems so.
     *
     * @param lists what was asked for, one list at least
     * @param again whether it was asked for once more
     */
    public String sent(Locale language, List<MailingList> lists, TypedForm typed, boolean again) {
        var words = site.words(language);
        var values = Map.of("list", names(lists));
        var model = model(words, "inbox", lists, typed, values);
        var approved = lists.stream().filter(list -> list.signUp().needsApproval()).toList();
        if (lists.size() > 1) {
            model.put("text", words.text("inbox.several", values));
        }
        model.put("then", words.text(then(lists, approved)));
        model.put("approval", approval(words, lists, approved));
        model.put("again", again ? List.of(words.text("inbox.again.done")) : List.of());
        model.put("steps", words.paragraphs("inbox.steps", values));
        model.put("after", words.paragraphs("inbox.after", values));
        return site.page("inbox", words, model);
    }

    private static String names(List<MailingList> lists) {
        return lists.stream().map(list -> list.profile().name()).collect(Collectors.joining(", "));
    }

    /** What the taps lead to: to a list whose owners decide they lead nobody by themselves. */
    private static String then(List<MailingList> lists, List<MailingList> approved) {
        return !approved.isEmpty() ? "inbox.then.approval" : lists.size() > 1 ? "inbox.then.several" : "inbox.then";
    }

    private static List<String> approval(Texts words, List<MailingList> lists, List<MailingList> approved) {
        return approved.isEmpty()
                ? List.of()
                : List.of(lists.size() > 1
                        ? words.text("confirm-joint.approval", Map.of("lists", names(approved)))
                        : words.text("signup.approval"));
    }

    /** Asks whether another address was meant. Both answers go on. */
    public String question(Locale language, List<MailingList> lists, TypedForm typed, EmailAddress meant) {
        var words = site.words(language);
        var values = Map.of("address", breakable(typed.address()), "meant", breakable(meant));
        return site.page("typo", words, model(words, "typo", lists, typed, values));
    }

    /** A long one with a place for a line to end, because a button is narrow. Nobody copies from a button. */
    private static String breakable(EmailAddress address) {
        return address.written().length() > SHORT
                ? address.written().replace("@", "\u200b@")
                : address.written();
    }

    private static Map<String, Object> model(Texts words, String name, List<MailingList> lists, TypedForm typed,
            Map<String, String> values) {
        var model = new HashMap<>(words.under(name + ".", values));
        model.put("title", words.text(name + ".title", values));
        model.put("text", words.text(name + ".text", values));
        var at = typed.address().written().lastIndexOf('@');
        model.put("localPart", typed.address().written().substring(0, at));
        model.put("domain", typed.address().written().substring(at + 1));
        model.put("fields", new TreeMap<>(typed.fields()).entrySet().stream()
                .map(field -> Map.of("name", field.getKey(), "value", field.getValue())).toList());
        Look.put(model, words, lists);
        return model;
    }
}
