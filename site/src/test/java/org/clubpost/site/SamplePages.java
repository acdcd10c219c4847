package org.clubpost.site;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.MemberSettings;

/** Every page that there is, by name, with awkward values. */
final class SamplePages {

    static final String NAME = "Chess & <i>\"Friends\"</i>";
    static final MailingList LIST = SampleLists.aList()
            .with(new Profile(NAME, "Dates & <b>results</b>", Locale.ENGLISH));
    static final EmailAddress ADDRESS = EmailAddress.of("o'brien&co@example.org");

    private SamplePages() {}

    static Map<String, String> all(Pages pages, Locale language) {
        var wanted = List.of(new LanguageRange(language.toLanguageTag()));
        var all = new TreeMap<String, String>();
        all.put("sign-up", pages.signUp(language, LIST, SignUpForm.EMPTY));
        all.put("sign-up again", pages.signUp(language, LIST,
                new SignUpForm("\"><script>alert(1)</script>", "<b>'Anna'", "email",
                        pages.problem(language, "malformed", "email"))));
        all.put("confirm", pages.confirm(language, LIST, ADDRESS, "token\"><b>"));
        all.put("withdraw", pages.withdraw(language, LIST, ADDRESS, "token"));
        all.put("leave", pages.leave(language, LIST, ADDRESS, "token", "button"));
        all.put("manage", pages.manage(language, LIST, ADDRESS, "token\"><b>", new ManageForm("<i>O'Brien</i>",
                Locale.GERMAN, MemberSettings.DEFAULT, new ManageForm.Status.Saved())));
        all.put("manage again", pages.manage(language, LIST, ADDRESS, "token", new ManageForm("\"><b>",
                Locale.ENGLISH, new MemberSettings(MemberSettings.OwnPosts.NONE, false),
                new ManageForm.Status.Wrong("name", pages.problem(language, "malformed", "name")))));
        all.put("joined", pages.joined(language, LIST));
        all.put("already joined", pages.alreadyJoined(language, LIST));
        all.put("gone", pages.gone(language, LIST));
        all.put("forged", pages.forged(language));
        all.put("forgedMembership", pages.forgedMembership(language));
        all.put("withdrawn", pages.withdrawn(language, LIST));
        all.put("left", pages.left(language, LIST));
        all.put("not member", pages.notMember(language, LIST));
        all.put("no list", pages.noList(language));
        all.put("not found", pages.notFound(language));
        all.put("too many", pages.tooMany(language));
        all.put("refused", pages.refused(language, pages.problem(language, "unknown", "<script>")));
        all.put("unavailable", pages.unavailable(wanted));
        all.put("broken", pages.broken(wanted));
        all.put("check your inbox", pages.checkYourInbox(language));
        all.put("front", pages.front(language));
        return all;
    }
}
