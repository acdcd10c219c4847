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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
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

    private static final Group<Profile> PROFILE = new Group<>(MailingList::profile, MailingList::with);
    private static final Group<People> PEOPLE = new Group<>(MailingList::people, MailingList::with);
    private static final Group<Posting> POSTING = new Group<>(MailingList::posting, MailingList::with);
    private static final Group<Screening> SCREENING = new Group<>(list -> list.posting().screening(),
            MailingList::with);
    private static final Group<Layout> LAYOUT = new Group<>(MailingList::layout, MailingList::with);
    private static final Group<SignUpRules> SIGN_UP = new Group<>(MailingList::signUp, MailingList::with);
    private static final Group<Groups> GROUPS = new Group<>(MailingList::groups, MailingList::with);
    private static final Group<Dispatch> DISPATCH = new Group<>(MailingList::dispatch, MailingList::with);

    private static final Group<NoteRules> NOTES = new Group<>(MailingList::notes, MailingList::with);

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
            PEOPLE.of("owner-notices", oneOf(OwnerNotices.values()), People::notices, People::withNotices,
                    "how the owners are told who joined and what waits: each (gathered when many come), hourly or daily"),
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
            SIGN_UP.of("sign-up", flag("open", "closed"), SignUpRules::open, SignUpRules::withOpen,
                    "whether the form takes new members: open or closed"),
            SIGN_UP.of("confirm-within", time("5m", "30d"), SignUpRules::confirmWithin, SignUpRules::withConfirmWithin,
                    "how long a confirmation link works, such as 24h"),
            SIGN_UP.of("origins", origins(), SignUpRules::origins, SignUpRules::withOrigins,
                    "other websites with a form of their own, such as https://club.example; may be empty"),
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
            DISPATCH.of("quiet-hours", quietHours(), Dispatch::quiet, Dispatch::withQuiet,
                    "when no post begins to go out, such as 22:00-07:00 Europe/Berlin; may be empty"),
            DISPATCH.of("report", oneOf(Dispatch.Report.values()), Dispatch::report, Dispatch::withReport,
                    "who is told what became of a post: poster, owners or none"),
            DISPATCH.of("unclear", flag("again", "leave"), Dispatch::resendsUnclear, Dispatch::withResendsUnclear,
                    "a copy of which nobody knows whether it was sent: again (once more) or leave"),
            NOTES.of("notes", oneOf(NoteRules.Ways.values()), NoteRules::ways, NoteRules::withWays,
                    "how members may have themselves told that a new post is out: off, mail or phone (also mail)"),
            NOTES.of("note-countries", countries(), NoteRules::countries, NoteRules::withCountries,
                    "where phones must be, such as +49, +41; empty for no phone at all"),
            NOTES.of("note-cap", number(0, NoteRules.MAX_CAP), NoteRules::cap, NoteRules::withCap,
                    "the most text messages to phones in 31 days, 0 to 10000"));

    private ListSettings() {}

    /** All of them, group by group. */
    public static List<ListSetting<?>> all() {
        return ALL;
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
