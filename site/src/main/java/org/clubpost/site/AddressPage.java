package org.clubpost.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** The pages behind the links in the mails about a change of address. */
public final class AddressPage {

    private final Site site;

    /** In the words of that site. */
    public AddressPage(Site site) {
        this.site = site;
    }

    /** A mail is on its way to the new address. */
    public String asked(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "addressasked", list).page();
    }

    /**
     * Asks whoever reads the mail of the new address whether the member's mail may come to it.
     *
     * @param names the names of the lists
     * @param pressed the name of the field that only the button posts
     */
    public String question(Locale language, MailingList list, EmailAddress old, EmailAddress changed,
            List<String> names, String token, String pressed) {
        return new Question(site, site.words(language), "newaddress", list, changed,
                Map.of("old", old.masked(), "lists", String.join(", ", names))).posting("/address", token)
                .pressed(pressed).page();
    }

    /**
     * It is done.
     *
     * @param moved the names of the lists whose mail goes to the new address
     * @param wasMember the names of those on which the new address was before
     * @param notTaken the names of those whose mail goes to the old address as before
     */
    public String changed(Locale language, MailingList list, EmailAddress address, List<String> moved,
            List<String> wasMember, List<String> notTaken) {
        var words = site.words(language);
        var paragraphs = new ArrayList<String>();
        add(paragraphs, words, moved.isEmpty() ? "" : "addresschanged.moved", moved, address);
        add(paragraphs, words, wasMember.isEmpty() ? "" : "addresschanged.member", wasMember, address);
        add(paragraphs, words, notTaken.isEmpty() ? "" : "addresschanged.not-taken", notTaken, address);
        return Message.about(site, words, moved.isEmpty() ? "addressnotchanged" : "addresschanged", list)
                .with("paragraphs", paragraphs.isEmpty()
                        ? words.paragraphs("addressgone.text", Map.of("list", list.profile().name()))
                        : paragraphs)
                .page();
    }

    private static void add(List<String> paragraphs, Texts words, String name, List<String> lists,
            EmailAddress address) {
        if (!name.isEmpty()) {
            paragraphs.addAll(words.paragraphs(name,
                    Map.of("lists", String.join(", ", lists), "address", address.masked())));
        }
    }

    /** The link in the mail to the new address does not work any more. */
    public String gone(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "addressgone", list).page();
    }

    /**
     * Asks whether the change is to be undone.
     *
     * @param changed the address that the member has now
     * @param pressed the name of the field that only the button posts
     */
    public String undoQuestion(Locale language, MailingList list, EmailAddress changed, String token,
            String pressed) {
        return new Question(site, site.words(language), "undoaddress", list, changed).posting("/address", token)
                .pressed(pressed).page();
    }

    /** It is undone, on those lists. */
    public String undone(Locale language, MailingList list, List<String> names) {
        return Message.named(site, site.words(language), "addressundone",
                Map.of("list", list.profile().name(), "lists", String.join(", ", names))).of(list).page();
    }

    /** There is nothing to undo any more. */
    public String undoOver(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "undoaddressover", list).page();
    }
}
