package org.clubpost.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;

/** Every page that there is, by name, with awkward values. */
final class SamplePages {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    static final String NAME = "Chess & <i>\"Friends\"</i>";
    static final MailingList LIST = SampleLists.aList()
            .with(new Profile(NAME, "Dates & <b>results</b>", Locale.ENGLISH));
    static final EmailAddress ADDRESS = EmailAddress.of("o'brien&co@example.org");

    private SamplePages() {}

    static Map<String, String> all(Site site, Locale language) {
        var signUp = new SignUpPage(site);
        var confirm = new ConfirmPage(site);
        var withdraw = new WithdrawPage(site);
        var leave = new LeavePage(site);
        var manage = new ManagePage(site);
        var nonMember = new NonMemberPage(site);
        var errors = new ErrorPages(site);
        var all = new TreeMap<String, String>();
        all.put("sign-up", signUp.form(language, LIST, SignUpForm.EMPTY));
        all.put("sign-up again", signUp.form(language, LIST,
                new SignUpForm("\"><script>alert(1)</script>", "<b>'Anna'", "email",
                        errors.problem(language, "malformed", "email"))));
        all.put("confirm", confirm.question(language, LIST, ADDRESS, "token\"><b>"));
        all.put("withdraw", withdraw.question(language, LIST, ADDRESS, "token"));
        all.put("leave", leave.question(language, LIST, ADDRESS, "token", "settings", "button"));
        all.put("manage", manage.everything(language, LIST, ADDRESS, "token\"><b>", new ManageForm("<i>O'Brien</i>",
                Locale.GERMAN, MemberSettings.DEFAULT, TODAY, new ManageForm.Status.Saved())));
        all.put("manage usual", manage.usual(language, LIST, "token\"><b>", new ManageForm("<i>O'Brien</i>",
                Locale.GERMAN, MemberSettings.DEFAULT.pausedUntil(Optional.of(TODAY.plusDays(30))), TODAY,
                new ManageForm.Status.Saved())));
        all.put("manage usual again", manage.usual(language, LIST, "token", new ManageForm("", Locale.ENGLISH,
                MemberSettings.DEFAULT, new ManageForm.Notify("", ""), new ManageForm.Pause("\"><b>", TODAY),
                new ManageForm.Status.Wrong("pause-until",
                        errors.problem(language, "malformed", "pause-until")))));
        all.put("link sent", manage.linkSent(language, LIST));
        var comeBack = new ComeBackPage(site);
        all.put("come back", comeBack.question(language, LIST, ADDRESS, "token", "button"));
        all.put("back", comeBack.back(language, LIST));
        all.put("back before", comeBack.member(language, LIST));
        all.put("back too late", comeBack.tooLate(language, LIST));
        all.put("manage again", manage.everything(language, LIST, ADDRESS, "token", new ManageForm("\"><b>",
                Locale.ENGLISH, new MemberSettings(MemberSettings.OwnPosts.NONE, false), TODAY,
                new ManageForm.Status.Wrong("name", errors.problem(language, "malformed", "name")))));
        var told = LIST.with(new NoteRules(NoteRules.Ways.PHONE, List.of(new CountryCode("+49")), 10));
        all.put("manage with phones", manage.everything(language, told, ADDRESS, "token", new ManageForm("Anna",
                Locale.GERMAN, MemberSettings.DEFAULT.with(new Notification.ByPhone(new PhoneNumber("+493012345678"))),
                new ManageForm.Notify("phone", "\"><b>"), new ManageForm.Pause("", TODAY),
                new ManageForm.Status.Wrong("phone", errors.problem(language, "malformed", "phone")))));
        all.put("joined", confirm.joined(language, LIST));
        all.put("already joined", confirm.alreadyJoined(language, LIST));
        all.put("gone", confirm.gone(language, LIST));
        all.put("forged", errors.forged(language));
        all.put("forgedMembership", nonMember.forged(language));
        all.put("withdrawn", withdraw.withdrawn(language, LIST));
        all.put("left", leave.left(language, LIST));
        all.put("not member", nonMember.notMember(language, LIST));
        all.put("no list", signUp.noList(language));
        all.put("not found", errors.notFound(language));
        all.put("too many", signUp.tooMany(language));
        all.put("refused", errors.refused(language, "unknown", "<script>"));
        all.put("unavailable", errors.unavailable(language));
        all.put("broken", errors.broken(language));
        all.put("check your inbox", new InboxPage(site).page(language));
        all.put("front", new FrontPage(site).page(language));
        return all;
    }
}
