package org.clubpost.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.Entrance;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;

/** Every page that there is, by name, with awkward values. */
public final class SamplePages {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    static final String NAME = "Chess & <i>\"Friends\"</i>";
    static final MailingList LIST = SampleLists.aList()
            .with(new Profile(NAME, "Dates & <b>results</b>", Locale.ENGLISH));
    static final EmailAddress ADDRESS = EmailAddress.of("o'brien&co@example.org");

    private SamplePages() {}

    /** Names and HTML of all pages in that language. */
    public static Map<String, String> all(Site site, Locale language) {
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
        all.put("manage whole", manage.everything(language, LIST, ADDRESS, "token", new ManageForm("Anna",
                Locale.GERMAN, MemberSettings.DEFAULT, TODAY, new ManageForm.Status.Shown()), more("")));
        all.put("manage whole again", manage.everything(language, LIST, ADDRESS, "token", new ManageForm("Anna",
                Locale.GERMAN, MemberSettings.DEFAULT, TODAY, new ManageForm.Status.Wrong("new-address",
                        errors.problem(language, "malformed", "email"))),
                more("\"><b>")));
        all.put("manage usual with others", manage.usual(language, LIST, "token", new ManageForm("", language,
                MemberSettings.DEFAULT, TODAY, new ManageForm.Status.Shown()),
                new ManageMore(Optional.empty(), List.of(), more("").others())));
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
        var erase = new ErasePage(site);
        all.put("erase", erase.question(language, LIST, ADDRESS, List.of(LIST, told), "token\"><b>", "button", NOW));
        all.put("erased", erase.erased(language, LIST, NOW));
        all.put("fresh link needed", erase.needsFreshLink(language, LIST, "token\"><b>", "button"));
        all.put("my data", new MyDataPage(site).page(language, LIST, ADDRESS, SamplePersons.everything(LIST, NOW),
                "token\"><b>"));
        all.put("privacy", new PrivacyPage(site, Optional.empty()).open(language, LIST));
        all.put("privacy in AWS", new PrivacyPage(site, Optional.of("eu-central-1")).ofMember(language, told,
                "token\"><b>"));
        all.put("no privacy", new PrivacyPage(site, Optional.empty()).none(language));
        all.put("joined", confirm.joined(language, LIST));
        all.put("already joined", confirm.alreadyJoined(language, LIST));
        all.put("gone", confirm.gone(language, LIST));
        all.put("forged", errors.forged(language));
        all.put("forgedMembership", nonMember.forged(language));
        all.put("withdrawn", withdraw.withdrawn(language, LIST));
        all.put("left", leave.left(language, LIST, "token\"><b>", "reason"));
        all.put("reason said", leave.thanks(language, LIST));
        all.put("reason too late", leave.tooLateToSay(language, LIST));
        all.put("expired", confirm.expired(language, LIST, ADDRESS, "token\"><b>", "again"));
        all.put("link sent again", confirm.sentAgain(language, LIST, ADDRESS));
        all.put("not member", nonMember.notMember(language, LIST));
        all.put("unfitting", nonMember.unfitting(language, LIST));
        all.put("no list", signUp.noList(language));
        all.put("not found", errors.notFound(language));
        all.put("too many", signUp.tooMany(language));
        all.put("refused", errors.refused(language, "unknown", "<script>"));
        all.put("unavailable", errors.unavailable(language));
        all.put("broken", errors.broken(language));
        var lists = new ListsPage(site);
        var school = SampleLists.aList(new ListId("school")).with(new Profile(NAME, "", Locale.ENGLISH))
                .with(new SignUpRules(
                        new Entrance(Admission.APPROVAL, true), Duration.ofHours(24),
                        List.of(new DomainPattern("club.example")), List.of(), 1));
        all.put("lists", lists.form(language, List.of(LIST, school), ListsForm.EMPTY));
        all.put("lists none", lists.form(language, List.of(), ListsForm.EMPTY));
        all.put("lists again", lists.form(language, List.of(LIST, school), new ListsForm(Set.of(LIST.id()),
                new SignUpForm("\"><b>", "<i>Anna", "lists", lists.otherDomain(language, school)))));
        all.put("lists missing", lists.form(language, List.of(LIST), new ListsForm(Set.of(),
                new SignUpForm("a@b", "", "email", errors.problem(language, "malformed", "email")))));
        all.put("sign-up approval", signUp.form(language, school, SignUpForm.EMPTY));
        all.put("sign-up for some domains", signUp.form(language, school.with(LIST.signUp().withDomains(
                List.of(new DomainPattern("club.example"), new DomainPattern("*.school.example")))), SignUpForm.EMPTY));
        var joint = new JointPages(site);
        all.put("joint", joint.question(language, List.of(LIST, school), List.of(school), ADDRESS, "token\"><b>"));
        all.put("joint withdraw", joint.withdrawal(language, List.of(LIST, school), ADDRESS, "token"));
        all.put("joint joined", joint.joined(language, List.of(LIST), List.of(school), true));
        all.put("joint already", joint.joined(language, List.of(), List.of(school), false));
        all.put("joint withdrawn", joint.withdrawn(language));
        all.put("joint gone", joint.gone(language));
        all.put("confirm approval", confirm.question(language, school, ADDRESS, "token"));
        all.put("applied", confirm.applied(language, LIST));
        all.put("applied before", confirm.alreadyApplied(language, LIST));
        var applicant = new ApplicantPage(site);
        var inTheirs = LIST.with(new Profile(NAME, "", language));
        var person = new Person(SampleSubscribers.IDS.of(ADDRESS), ADDRESS, new PersonName("<i>O'Brien</i>"), language);
        all.put("decide let in", applicant.question(inTheirs, person, true, "token\"><b>"));
        all.put("decide refuse", applicant.question(inTheirs, person, false, "token"));
        all.put("decide in", applicant.letIn(inTheirs, person));
        all.put("decide refused", applicant.refused(inTheirs, person));
        all.put("decide settled", applicant.settled(inTheirs));
        all.put("closed", signUp.closed(language, LIST));
        var inbox = new InboxPage(site);
        var typed = new TypedForm(ADDRESS, Map.of("email", ADDRESS.written(), "name", "\"><b>", "list", "news"));
        all.put("check your inbox", inbox.sent(language, List.of(LIST), typed, false));
        all.put("check your inbox again", inbox.sent(language, List.of(LIST), typed, true));
        all.put("likely typo", inbox.question(language, List.of(LIST), typed, EmailAddress.of("o'brien@example.com")));
        all.put("check your inbox several", inbox.sent(language, List.of(LIST, school), typed, false));
        all.put("front", new FrontPage(site).page(language));
        all.putAll(addresses(site, language));
        all.putAll(SampleDecisions.all(site, inTheirs));
        return all;
    }

    /** Three lists of the member, and one more. */
    private static ManageMore more(String typed) {
        return new ManageMore(Optional.of(new ManageMore.Address(typed, true)),
                List.of(new ManageMore.Mine(NAME, Optional.empty(), "token\"><b>", true),
                        new ManageMore.Mine("Juniors", Optional.of(TODAY.plusDays(3)), "other", false),
                        new ManageMore.Mine("The list of those who bring the key on Thursdays", Optional.empty(),
                                "third", false)),
                List.of(new ManageMore.Other("Chess evenings", "/subscribe?list=chess&lang=en")));
    }

    private static Map<String, String> addresses(Site site, Locale language) {
        var address = new AddressPage(site);
        var changed = EmailAddress.of("o'brien.of.the.long.new.address&co@example.com");
        var names = List.of(NAME, "News");
        var links = new LinksPage(site);
        return Map.ofEntries(Map.entry("address asked", address.asked(language, LIST)),
                Map.entry("address", address.question(language, LIST, ADDRESS, changed, names, "token\"><b>", "")),
                Map.entry("address changed", address.changed(language, LIST, changed, names, names, List.of(NAME))),
                Map.entry("address gone", address.gone(language, LIST)),
                Map.entry("address undo", address.undoQuestion(language, LIST, changed, "token\"><b>", "")),
                Map.entry("address undone", address.undone(language, LIST, names)),
                Map.entry("address undo over", address.undoOver(language, LIST)),
                Map.entry("links", links.form(language, "", "")),
                Map.entry("links again", links.form(language, "\"><b>",
                        new ErrorPages(site).problem(language, "malformed", "email"))),
                Map.entry("links sent", links.sent(language)), Map.entry("links too many", links.tooMany(language)));
    }
}
