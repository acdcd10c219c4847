package org.clubpost.core.admin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.StoredSettings;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Takes an act back that is in a list's log. It only does so as long as nothing has changed since of what the act
 * changed. Undoing is an act too: it is logged, and can be undone.
 */
public final class Undo {

    /** Under what name the domain of a list that was removed stands in the log. No setting has it. */
    static final String DOMAIN = "list-domain";

    private final Lists lists;
    private final Posts posts;
    private final ActLog log;
    private final KeepPeople people;
    private final UndoMember member;
    private final UndoMany many;
    private final UndoImport imports;
    private final InstantSource clock;

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is undone.
         *
         * @param entry the act that it was
         */
        record Undone(LogEntry entry) implements Outcome {}

        /**
         * It is undone but for roles: those who had one are asked whether they want it back.
         *
         * @param entry the act that it was
         */
        record Asked(LogEntry entry) implements Outcome {}

        /**
         * Nothing was done, because what the act changed is no longer as the act left it. It may have been undone.
         *
         * @param entry the act
         */
        record ChangedSince(LogEntry entry) implements Outcome {}

        /**
         * Nothing was done, because this act is for good, or the log does not have all of it.
         *
         * @param entry the act
         */
        record Final(LogEntry entry) implements Outcome {}

        /** The log of the list has no such entry. */
        record Unknown() implements Outcome {}

        /**
         * The actor may not undo it; nothing was done.
         *
         * @param missing what it takes
         */
        record Denied(Permission missing) implements Outcome {}
    }

    /**
     * What acts changed.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param texts what the log must not hold
     * @param posts the posts
     * @param log the log
     * @param people asks and tells people
     */
    public record Ports(Lists lists, Subscribers subscribers, MemberTexts texts, Posts posts, ActLog log,
            KeepPeople people) {}

    /** Undoes acts on these. */
    public Undo(Ports ports, SubscriberIds ids, InstantSource clock) {
        this.lists = ports.lists();
        this.posts = ports.posts();
        this.log = ports.log();
        this.people = ports.people();
        this.member = new UndoMember(ports, ids, clock);
        this.many = new UndoMany(ports.subscribers(), log, clock);
        this.imports = new UndoImport(ports.subscribers(), log, clock);
        this.clock = clock;
    }

    /** Undoes the act of that entry. Called twice, it says the second time that it is not as the act left it. */
    public Outcome undo(Actor actor, ListId list, EntryId id) {
        var entry = log.find(list, id, clock.instant());
        if (entry.isEmpty()) {
            return new Outcome.Unknown();
        }
        var needed = needed(entry.get().act());
        var may = lists.find(list).map(known -> Role.may(actor, known, needed))
                .orElse(actor instanceof Actor.Operator);
        return may ? undo(entry.get(), Deed.undoing(actor, id)) : new Outcome.Denied(needed);
    }

    /**
     * Whether somebody with that role may try to undo it, as far as the entry alone tells. {@link Undoable} knows more.
     */
    static boolean mayTry(Role role, LogEntry entry) {
        if (!role.may(needed(entry.act()))) {
            return false;
        }
        return switch (entry.about()) {
            case About.WholeList _ -> switch (entry.act()) {
                case LIST_CHANGED -> entry.changes().stream().allMatch(Change::isWhole);
                case MEMBERS_CHANGED -> MemberLines.of(entry)
                        .filter(lines -> !lines.field().equals(MemberLines.RESTORED)).isPresent();
                case MEMBERS_IMPORTED -> true;
                default -> false;
            };
            case About.OnePerson _ -> UndoMember.mayTry(entry);
            case About.OnePost _ -> entry.act() == Act.POST_PAUSED;
        };
    }

    private static Permission needed(Act act) {
        return switch (act) {
            case LIST_CREATED, LIST_REMOVED, KEYS_ROTATED -> Permission.MAKE_LISTS;
            case LIST_DELETED, LIST_RESTORED -> Permission.DELETE_LIST;
            case LIST_CHANGED, LIST_RELEASED, PEOPLE_INVITED -> Permission.CHANGE_LIST;
            case MEMBERS_IMPORTED,
                    MEMBERS_REGROUPED,
                    MEMBERS_CHANGED,
                    IMPORT_UNDONE,
                    MEMBERS_REMOVED,
                    ASKED,
                    WITHDRAWN,
                    APPLIED,
                    DECLINED,
                    JOINED,
                    CHANGED,
                    MOVED,
                    LEFT,
                    CAME_BACK,
                    REMOVED,
                    RESTORED,
                    SUPPRESSED,
                    RELEASED,
                    PROBED,
                    FORGOTTEN ->
                Permission.CHANGE_MEMBERS;
            case POST_PAUSED, POST_RESUMED, POST_CANCELLED, POST_RETRIED -> Permission.STEER_POSTS;
            case POST_RELEASED, POST_REFUSED, POST_DROPPED, POST_CONFIRMED, POST_DISOWNED -> Permission.DECIDE_POSTS;
        };
    }

    private Outcome undo(LogEntry entry, Deed deed) {
        return switch (entry.about()) {
            case About.WholeList _ when entry.act() == Act.LIST_CHANGED -> settings(entry, deed);
            case About.WholeList _ when entry.act() == Act.LIST_REMOVED -> list(entry, deed);
            case About.WholeList _ when entry.act() == Act.MEMBERS_CHANGED -> many.undo(entry, deed.actor());
            case About.WholeList _ when entry.act() == Act.MEMBERS_IMPORTED -> imports.all(deed.actor(), entry);
            case About.OnePerson(var id) -> member.undo(entry, id, deed);
            case About.OnePost(var id) when entry.act() == Act.POST_PAUSED -> post(entry, id, deed);
            case About.WholeList _,About.OnePost _ -> new Outcome.Final(entry);
        };
    }

    private Outcome settings(LogEntry entry, Deed deed) {
        if (!entry.changes().stream().allMatch(Change::isWhole)) {
            return new Outcome.Final(entry);
        }
        return Attempts.until(lists, () -> {
            var seen = lists.find(entry.list());
            var back = seen.flatMap(list -> before(list, entry));
            if (back.isEmpty()) {
                return Optional.of(new Outcome.ChangedSince(entry));
            }
            var recall = Recall.of(deed.actor(), seen.orElseThrow().people(), back.get().people());
            var changed = new RunLists.Changed(seen.orElseThrow(), back.get().with(recall.people()));
            return changed.isNone() || lists.by(deed).replace(changed.before(), changed.after())
                    ? Optional.of(told(entry, deed.actor(), changed, recall))
                    : Optional.empty();
        });
    }

    private Outcome told(LogEntry entry, Actor actor, RunLists.Changed changed, Recall recall) {
        people.tell(changed);
        var isAnybodyAsked = recall.asked().stream().map(each -> people.invite(actor, entry.list(), each.address(),
                each.role(), each.handsOver())).filter(Appoint.Outcome.Invited.class::isInstance).count() > 0;
        if (isAnybodyAsked) {
            return new Outcome.Asked(entry);
        }
        return changed.isNone() ? new Outcome.Final(entry) : new Outcome.Undone(entry);
    }

    /** Whether a change of the settings could be taken back now. */
    static boolean canSettle(MailingList list, LogEntry entry) {
        return entry.changes().stream().allMatch(Change::isWhole) && before(list, entry).isPresent();
    }

    /** The list with the settings as they were before the act; empty when one is not as the act left it. */
    private static Optional<MailingList> before(MailingList list, LogEntry entry) {
        var settings = new HashMap<>(StoredSettings.of(list));
        for (var change : entry.changes()) {
            if (!settings.replace(change.what(), change.after(), change.before())) {
                return Optional.empty();
            }
        }
        return Optional.of(StoredSettings.restore(list.id(), list.domain(), settings));
    }

    private Outcome list(LogEntry entry, Deed deed) {
        var settings = new HashMap<String, String>();
        entry.changes().forEach(change -> settings.put(change.what(), change.before()));
        var domain = Optional.ofNullable(settings.remove(DOMAIN));
        if (domain.isEmpty() || !entry.changes().stream().allMatch(Change::isWhole)) {
            return new Outcome.Final(entry);
        }
        return lists.by(deed).create(StoredSettings.restore(entry.list(), domain.get(), settings))
                ? new Outcome.Undone(entry)
                : new Outcome.ChangedSince(entry);
    }

    private Outcome post(LogEntry entry, PostId id, Deed deed) {
        return Attempts.until(posts, () -> posts.find(id).map(post -> {
            if (!(post.state() instanceof PostState.Paused paused)
                    || !paused.at().truncatedTo(ChronoUnit.MILLIS).equals(entry.time())) {
                return Optional.<Outcome>of(new Outcome.ChangedSince(entry));
            }
            return posts.by(deed).replace(post, post.with(new PostState.Resumed(paused.sending(), clock.instant())))
                    ? Optional.<Outcome>of(new Outcome.Undone(entry))
                    : Optional.<Outcome>empty();
        }).orElseGet(() -> Optional.of(new Outcome.ChangedSince(entry))));
    }
}
