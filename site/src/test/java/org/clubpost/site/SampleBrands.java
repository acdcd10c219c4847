package org.clubpost.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.Entrance;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Logo;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.subscriber.MemberSettings;

/**
 * Pages of a club that shows its colour and its picture, with names and descriptions as clubs have them, and those that
 * are files of their own.
 */
public final class SampleBrands {

    private static final String KNIGHT = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8"\
             fill="#7a1f2b"/><path d="M12 32h17l-3-9c3-8-1-13-8-15l-1 4-6 6 2 4 6-2-7 12z" fill="#fff"/></svg>""";
    private static final Brand LOOK = Brand.NONE.withColour(Colour.parse("#7a1f2b"))
            .withLogo(Optional.of(new Logo("image/svg+xml",
                    Base64.getEncoder().encodeToString(KNIGHT.getBytes(UTF_8)))))
            .withImprint("https://club.example/imprint").withPrivacy("https://club.example/privacy")
            .withPostalAddress("Springfield Chess Club\n1 King Street\n12345 Springfield");

    private SampleBrands() {}

    /** A list of the club. */
    private static MailingList list(String id, String name, String description) {
        return SampleLists.aList(new ListId(id)).with(LOOK).with(new Profile(name, description, Locale.ENGLISH));
    }

    /** Three lists of the club, each with what it is about. */
    public static List<MailingList> three() {
        return List.of(list("news", "Club news", "One mail a month: what happened, and what comes."),
                list("chess", "Chess evenings", "Who plays whom on Thursdays, and who brings the key."),
                list("juniors", "Juniors and their parents", "Training, lifts to tournaments, results."));
    }

    /** Names and HTML in that language. */
    public static Map<String, String> all(Site site, Locale language) {
        var lists = new ListsPage(site);
        var form = new SignUpPage(site);
        var three = three();
        var news = three.getFirst();
        var approved = three.getLast().with(new SignUpRules(new Entrance(Admission.APPROVAL, true),
                Duration.ofDays(3), List.of(), List.of(), 100));
        var all = new TreeMap<String, String>();
        all.put("club lists", lists.form(language, three, ListsForm.EMPTY));
        all.put("club lists with approval", lists.form(language, List.of(news, three.get(1), approved),
                ListsForm.EMPTY));
        all.put("club one list", lists.form(language, List.of(news), ListsForm.EMPTY));
        all.put("club sign-up", form.form(language, news, SignUpForm.EMPTY));
        all.put("club confirm", new ConfirmPage(site).question(language, news, SamplePages.ADDRESS, "token"));
        all.put("club joint", new JointPages(site).question(language, three, List.of(), SamplePages.ADDRESS, "token"));
        all.put("club left", new LeavePage(site).left(language, news, "token", "reason"));
        all.put("club settings", new ManagePage(site).usual(language, news, "token", new ManageForm("Anna", language,
                MemberSettings.DEFAULT, SamplePages.TODAY, new ManageForm.Status.Shown())));
        all.put("club privacy as a file", new PrivacyPage(site, Optional.empty()).alone(language, news));
        all.put("not found in every language", new NotFoundPage(site).page());
        return all;
    }
}
