package org.clubpost.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** The pages behind the links of a mail that asks to confirm several lists at once. */
public final class JointPages {

    private final Site site;
    private final ConsentText consent;

    /** In the words of that site. */
    public JointPages(Site site) {
        this.site = site;
        this.consent = new ConsentText(site);
    }

    /**
     * One last step: the button that confirms.
     *
     * @param open the lists that it confirms
     * @param done those that the same link has confirmed before
     */
    public String question(Locale language, List<MailingList> open, List<MailingList> done, EmailAddress address,
            String token) {
        var words = site.words(language);
        var behind = new ArrayList<String>();
        var approved = open.stream().filter(list -> list.signUp().needsApproval()).toList();
        if (!approved.isEmpty()) {
            behind.add(words.text("confirm-joint.approval", Map.of("lists", joined(approved))));
        }
        if (!done.isEmpty()) {
            behind.add(words.text("confirm-joint.done", Map.of("lists", joined(done))));
        }
        return new Question(site, words, "confirm-joint", Map.of("address", address.masked()))
                .of(Stream.concat(open.stream(), done.stream()).toList())
                .items(names(open), behind).posting("/confirm", token).small(consent.ofSeveral(language))
                .other("/withdraw?token=" + token, words.text("confirm.withdraw")).page();
    }

    /** Asks whether the requests are to be removed. */
    public String withdrawal(Locale language, List<MailingList> open, EmailAddress address, String token) {
        var words = site.words(language);
        return new Question(site, words, "withdraw-joint", Map.of("address", address.masked()))
                .of(open).items(names(open), List.of()).posting("/withdraw", token)
                .other("/confirm?token=" + token, words.text("withdraw.confirm")).page();
    }

    /**
     * The time of the link is over: a button that has a fresh one sent.
     *
     * @param pressed the name of the field that only the button posts
     */
    public String expired(Locale language, List<MailingList> lists, EmailAddress address, String token,
            String pressed) {
        var words = site.words(language);
        return new Question(site, words, "expired-joint", Map.of("address", address.masked())).of(lists)
                .items(names(lists), List.of()).posting("/confirm", token).pressed(pressed).focused()
                .other("/withdraw?token=" + token, words.text("confirm.withdraw")).page();
    }

    /** A mail with a fresh link is on its way. */
    public String sentAgain(Locale language, List<MailingList> lists, EmailAddress address) {
        return Message.named(site, site.words(language), "sentagain-joint", Map.of("address", address.masked()))
                .of(lists).page();
    }

    /**
     * Confirmed.
     *
     * @param members the lists that the person is on now
     * @param waiting those whose owners decide
     * @param isNew whether it happened just now
     */
    public String joined(Locale language, List<MailingList> members, List<MailingList> waiting, boolean isNew) {
        var words = site.words(language);
        var name = isNew ? "joined-joint" : "already-joint";
        var groups = new ArrayList<Map<String, Object>>();
        if (!members.isEmpty()) {
            groups.add(Map.of("text", words.text(name + ".member"), "items", names(members)));
        }
        if (!waiting.isEmpty()) {
            groups.add(Map.of("text", words.text(name + ".waiting"), "items", names(waiting)));
        }
        return Message.named(site, words, name)
                .of(Stream.concat(members.stream(), waiting.stream()).toList()).with("groups", groups).page();
    }

    /** The requests were withdrawn. */
    public String withdrawn(Locale language) {
        return Message.named(site, site.words(language), "withdrawn-joint").page();
    }

    /** The link is too old or the requests were withdrawn; shows the way to ask again. */
    public String gone(Locale language) {
        var words = site.words(language);
        return Message.named(site, words, "gone-joint").with("button", List.of(Map.of("href",
                "/subscribe?lang=" + words.language().toLanguageTag(), "label", words.text("gone-joint.button"))))
                .page();
    }

    private static List<String> names(List<MailingList> lists) {
        return lists.stream().map(list -> list.profile().name()).toList();
    }

    private static String joined(List<MailingList> lists) {
        return names(lists).stream().collect(Collectors.joining(", "));
    }
}
