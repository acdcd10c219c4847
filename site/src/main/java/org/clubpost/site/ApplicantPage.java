package org.clubpost.site;

import java.util.Map;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Person;

/** The page on which an owner lets somebody in or refuses them, and what its button leads to, in the list's language. */
public final class ApplicantPage {

    private final Site site;

    /** In the words of that site. */
    public ApplicantPage(Site site) {
        this.site = site;
    }

    /**
     * The button that decides.
     *
     * @param letsIn whether it lets them in
     */
    public String question(MailingList list, Person person, boolean letsIn, String token) {
        return new Question(site, site.words(list.profile().language()), letsIn ? "decide.let-in" : "decide.refuse",
                values(list, person)).about(list).posting("/moderate", token).page();
    }

    /** They are on the list. */
    public String letIn(MailingList list, Person person) {
        return message(list, "decide.in", values(list, person));
    }

    /** They are refused. */
    public String refused(MailingList list, Person person) {
        return message(list, "decide.refused", values(list, person));
    }

    /** Somebody decided before, or the time is over. */
    public String settled(MailingList list) {
        return message(list, "decide.settled", Map.of("list", list.profile().name()));
    }

    private String message(MailingList list, String name, Map<String, String> values) {
        return Message.named(site, site.words(list.profile().language()), name, values).of(list).page();
    }

    private static Map<String, String> values(MailingList list, Person person) {
        return Map.of("list", list.profile().name(), "person", person.name().isGiven()
                ? person.name().text() + " (" + person.address().ascii() + ")"
                : person.address().ascii());
    }
}
