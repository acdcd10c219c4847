package org.clubpost.core.list.setting;

import static org.clubpost.core.list.setting.Kinds.addresses;
import static org.clubpost.core.list.setting.Kinds.archive;
import static org.clubpost.core.list.setting.Kinds.countries;
import static org.clubpost.core.list.setting.Kinds.domainGroups;
import static org.clubpost.core.list.setting.Kinds.domains;
import static org.clubpost.core.list.setting.Kinds.fileEndings;
import static org.clubpost.core.list.setting.Kinds.flag;
import static org.clubpost.core.list.setting.Kinds.groupPosting;
import static org.clubpost.core.list.setting.Kinds.groups;
import static org.clubpost.core.list.setting.Kinds.language;
import static org.clubpost.core.list.setting.Kinds.line;
import static org.clubpost.core.list.setting.Kinds.logKeeping;
import static org.clubpost.core.list.setting.Kinds.name;
import static org.clubpost.core.list.setting.Kinds.number;
import static org.clubpost.core.list.setting.Kinds.oneOf;
import static org.clubpost.core.list.setting.Kinds.origins;
import static org.clubpost.core.list.setting.Kinds.quietHours;
import static org.clubpost.core.list.setting.Kinds.reply;
import static org.clubpost.core.list.setting.Kinds.senders;
import static org.clubpost.core.list.setting.Kinds.size;
import static org.clubpost.core.list.setting.Kinds.subjectTag;
import static org.clubpost.core.list.setting.Kinds.text;
import static org.clubpost.core.list.setting.Kinds.time;
import static org.clubpost.core.list.setting.Kinds.timeZone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.MemberNotices;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.OwnerNotices;
import org.clubpost.core.list.People;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.Refusal;
import org.clubpost.core.list.Screening;
import org.clubpost.core.list.SignUpRules;

/**
 * Every setting of a list by name: what values it can have, where its value is kept in the list, and what it is for.
 * The command line, a settings file and the store ({@link StoredSettings}) all go through here. The defaults are those
 * of {@link MailingList#create}.
 *
 * <p>A value is typed as text. Addresses are separated by commas or blanks; a time is a number with {@code m}, {@code
 * h} or {@code d} ({@link org.clubpost.core.text.TimeSpan}); a size is a number of octets or one with {@code K} or
 * {@code M} ({@link org.clubpost.core.text.ByteSize}).
 */
public final class ListSettings {

    private static final Group<Profile> PROFILE = new Group<>(Topic.PROFILE, MailingList::profile, MailingList::with);
    private static final Group<People> PEOPLE = new Group<>(Topic.PEOPLE, MailingList::people, MailingList::with);
    private static final Group<MemberNotices> MEMBERS = new Group<>(Topic.PEOPLE, list -> list.people().members(),
            (list, members) -> list.with(list.people().with(members)));
    private static final Group<Posting> POSTING = new Group<>(Topic.POSTING, MailingList::posting, MailingList::with);
    private static final Group<Screening> SCREENING = new Group<>(Topic.POSTING, list -> list.posting().screening(),
            MailingList::with);
    private static final Group<Layout> LAYOUT = new Group<>(Topic.LAYOUT, MailingList::layout, MailingList::with);
    private static final Group<SignUpRules> SIGN_UP = new Group<>(Topic.SIGN_UP, MailingList::signUp,
            MailingList::with);
    private static final Group<Groups> GROUPS = new Group<>(Topic.GROUPS, MailingList::groups, MailingList::with);
    private static final Group<Dispatch> DISPATCH = new Group<>(Topic.DISPATCH, MailingList::dispatch,
            MailingList::with);

    private static final Group<NoteRules> NOTES = new Group<>(Topic.NOTES, MailingList::notes, MailingList::with);

    private static final Group<Brand> BRAND = new Group<>(Topic.BRAND, MailingList::brand, MailingList::with);

    private static final Set<String> BRAND_KEYS = Set.of("colour", "logo", "sender-name", "imprint", "privacy",
            "postal-address");
    private static final List<ListSetting<?>> ALL = List.of(
            PROFILE.of("name", name(), Profile::name, Profile::withName,
                    "the name that people see"),
            PROFILE.of("description", line(500), Profile::description, Profile::withDescription,
                    "one line about the list, for the sign-up page"),
            PROFILE.of("language", language(), Profile::language, Profile::withLanguage,
                    "the language of pages and mails, such as en or de"),
            PEOPLE.of("owners", addresses(1), People::owners, People::withOwners,
                    "who runs the list; they may always post"),
            PEOPLE.of("posters", addresses(0), People::posters, People::withPosters,
                    "who may post besides the owners"),
            PEOPLE.of("moderators", addresses(0), People::moderators, People::withModerators,
                    "who decides about held posts besides the owners, and sees nothing of the members"),
            PEOPLE.of("owner-notices", oneOf(OwnerNotices.values()), People::notices, People::withNotices,
                    "how the owners are told who joined and what waits: each (gathered when many come), hourly or daily"),
            MEMBERS.of("join-notices", oneOf(MemberNotices.Pace.values()), MemberNotices::joins,
                    MemberNotices::withJoins,
                    "how the owners are told who joined: each (as owner-notices says), daily, weekly or never"),
            MEMBERS.of("leave-notices", oneOf(MemberNotices.Pace.values()), MemberNotices::leaves,
                    MemberNotices::withLeaves,
                    "how the owners are told who left, and why: each (as owner-notices says), daily, weekly or never"),
            MEMBERS.of("bounce-notices", oneOf(MemberNotices.Pace.values()), MemberNotices::bounces,
                    MemberNotices::withBounces,
                    "how the owners are told whose mail comes back, who complained, and what became of it: each (as "
                            + "owner-notices says), daily, weekly or never"),
            PEOPLE.of("forget-after", time("30d", "3650d"), People::forgetAfter, People::withForgetAfter,
                    "how long after somebody left only a hash of the address is kept, such as 730d"),
            PEOPLE.of("log-kept", logKeeping(), People::logKept, People::withLogKept,
                    "how long the list's log and its members' histories are kept: 1y, 2y, 5y, 10y or forever"),
            POSTING.of("posting", oneOf(PostingPolicy.values()), Posting::policy, Posting::withPolicy,
                    "who may post: owners, posters, members or anyone"),
            POSTING.of("max-size", size("1K", "40M"), Posting::maxBytes, Posting::withMaxBytes,
                    "the largest mail accepted, such as 10M (40M at most)"),
            SCREENING.of("others", oneOf(Refusal.values()), Screening::refusal, Screening::withRefusal,
                    "what becomes of a mail whose author may not post: hold (the owners decide) or reject"),
            SCREENING.of("max-recipients", number(1, 1000), Screening::maxRecipients, Screening::withMaxRecipients,
                    "to how many a mail may be addressed in To and Cc together, 1 to 1000"),
            SCREENING.of("must-be-named", flag("yes", "no"), Screening::mustBeNamed, Screening::withMustBeNamed,
                    "whether the list has to be in To or Cc, so that Bcc does not do: yes or no"),
            SCREENING.of("banned", senders(), Screening::banned, Screening::withBanned,
                    "addresses and domains whose mail is dropped, separated by commas; may be empty"),
            SCREENING.of("refused-files", fileEndings(), Screening::refusedFiles, Screening::withRefusedFiles,
                    "endings of attached files that are not taken, such as zip, besides those that SES never sends"),
            LAYOUT.of("reply-to", reply(), Layout::reply, Layout::withReply,
                    "where replies go: author, list, both, or an address"),
            LAYOUT.of("subject-tag", subjectTag(), Layout::subjectTag, Layout::withSubjectTag,
                    "what stands before each subject, such as [news], or [news %d] to number the posts; may be empty"),
            LAYOUT.of("footer", text(4000), Layout::footer, Layout::withFooter,
                    "the lines under each post; empty for the standard text"),
            LAYOUT.of("archive-url", archive(500), Layout::archive, Layout::withArchive,
                    "where posts that went out can be read, such as https://archive.example/news/{message-id}; empty "
                            + "for nowhere"),
            SIGN_UP.of("sign-up", oneOf(Admission.values()), rules -> rules.entrance().admission(), SignUpRules::with,
                    "who gets in: open (who confirms), approval (whom the owners let in then) or closed (nobody)"),
            SIGN_UP.of("listed", flag("yes", "no"), rules -> rules.entrance().listed(), SignUpRules::withListed,
                    "whether the front page shows the list: yes, or no (only who has the link sees the form)"),
            SIGN_UP.of("confirm-within", time("5m", "30d"), SignUpRules::confirmWithin, SignUpRules::withConfirmWithin,
                    "how long a confirmation link works, such as 72h"),
            SIGN_UP.of("reminder", flag("on", "off"), SignUpRules::reminds, SignUpRules::withReminds,
                    "whether who has not confirmed is reminded once, after a day: on or off"),
            SIGN_UP.of("origins", origins(), SignUpRules::origins, SignUpRules::withOrigins,
                    "other websites with a form of their own, such as https://club.example; may be empty"),
            SIGN_UP.of("proof-of-work", flag("on", "off"), rules -> rules.entrance().work(), SignUpRules::withWork,
                    "on has the visitor's machine work for a second, against robots; without JavaScript only a few an "
                            + "hour can sign up from one place"),
            SIGN_UP.of("sign-up-domains", domains(), SignUpRules::domains, SignUpRules::withDomains,
                    "where addresses that sign up must be, such as club.example, *.club.example; empty for anywhere"),
            SIGN_UP.of("sign-up-cap", number(0, SignUpRules.MAX_CAP), SignUpRules::cap, SignUpRules::withCap,
                    "how many new addresses a day get the confirmation mail at once, 0 to 100000; the others wait up "
                            + "to an hour"),
            GROUPS.of("groups", groups(), Groups::named, Groups::withNamed,
                    "groups of members, such as board, students; a post to LIST-board@ reaches only that group"),
            GROUPS.of("domain-groups", domainGroups(), Groups::domains, Groups::withDomains,
                    "into which group who joins is put, by the domain of the address: club.example=board, "
                            + "*.uni.example=students"),
            GROUPS.of("group-posting", groupPosting(), Groups::posting, Groups::withPosting,
                    "who may post to a group, where it is not the same as for the list: board=group, students=owners"),
            DISPATCH.of("undo", time("0m", "7d"), Dispatch::undo, Dispatch::withUndo,
                    "how long a post waits while its author can take it back, such as 5m; 0m for not at all"),
            DISPATCH.of("quiet-hours", quietHours(), TypedQuietHours::of, (dispatch, typed) -> typed.in(dispatch),
                    "when no post begins to go out, such as 22:00-07:00 of the list's time zone; may be empty"),
            DISPATCH.of("time-zone", timeZone(), Dispatch::zone, Dispatch::withZone,
                    "the time zone of the list's times, in its mails and pages too, such as Europe/Berlin"),
            DISPATCH.of("report", oneOf(Dispatch.Report.values()), Dispatch::report, Dispatch::withReport,
                    "who is told what became of a post: poster, owners or none"),
            DISPATCH.of("unclear", flag("again", "leave"), Dispatch::resendsUnclear, Dispatch::withResendsUnclear,
                    "a copy of which nobody knows whether it was sent: again (once more) or leave"),
            NOTES.of("notes", oneOf(NoteRules.Ways.values()), NoteRules::ways, NoteRules::withWays,
                    "how members may have themselves told that a new post is out: off, mail or phone (also mail)"),
            NOTES.of("note-countries", countries(), NoteRules::countries, NoteRules::withCountries,
                    "where phones must be, such as +49, +41; empty for no phone at all"),
            NOTES.of("note-cap", number(0, NoteRules.MAX_CAP), NoteRules::cap, NoteRules::withCap,
                    "the most text messages to phones in 31 days, 0 to 10000"),
            BRAND.of("colour", BrandKinds.colour(), Brand::colour, Brand::withColour,
                    "the club's colour on the pages, such as #0a6152; empty for ours"),
            BRAND.of("logo", BrandKinds.logo(), Brand::logo, Brand::withLogo,
                    "the club's picture on the pages, set with --logo FILE; empty for none"),
            BRAND.of("sender-name", BrandKinds.optionalName(), Brand::senderName, Brand::withSenderName,
                    "whose name the list's own mails bear; empty for the list's name"),
            BRAND.of("imprint", BrandKinds.url(), Brand::imprint, Brand::withImprint,
                    "where it says who is behind the list, such as https://club.example/imprint; may be empty"),
            BRAND.of("privacy", BrandKinds.url(), Brand::privacy, Brand::withPrivacy,
                    "where it says what happens to data, such as https://club.example/privacy; may be empty"),
            BRAND.of("postal-address", BrandKinds.postalAddress(), Brand::postalAddress, Brand::withPostalAddress,
                    "the club's postal address, in the footer of posts and the list's own mails; many laws want one"));

    private ListSettings() {}

    /** All of them, group by group. */
    public static List<ListSetting<?>> all() {
        return ALL;
    }

    /** Those that say how the club presents itself. */
    public static List<ListSetting<?>> ofBrand() {
        return ALL.stream().filter(setting -> BRAND_KEYS.contains(setting.key())).toList();
    }

    /** The setting of that name, such as {@code subject-tag}. */
    public static Optional<ListSetting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** All settings of the list as they are typed, in the order of their names. */
    public static Map<String, String> shown(MailingList list) {
        var all = new TreeMap<String, String>();
        ALL.forEach(setting -> all.put(setting.key(), setting.shown(list)));
        return all;
    }
}
