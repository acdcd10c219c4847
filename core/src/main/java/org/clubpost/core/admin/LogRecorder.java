package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.StoredSettings;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Says which entries of the log a change is. The database asks it within each change, and records the answer together
 * with the change. What nobody claims as their deed is a member's own, and is in that member's history only.
 *
 * @param deed whose deed the changes are; empty when nobody claims them
 * @param way by which way they come
 * @param clock the time
 */
public record LogRecorder(Optional<Deed> deed, Way way, InstantSource clock) {

    /** For changes that nobody claims, and that come by that way. */
    public LogRecorder(Way way, InstantSource clock) {
        this(Optional.empty(), way, clock);
    }

    /** For changes that are that deed. */
    public LogRecorder by(Deed claimed) {
        return new LogRecorder(Optional.of(claimed), way, clock);
    }

    /** What it is that this subscriber is new. Not asked for each of many who are brought in together. */
    public List<LogEntry> came(Subscriber subscriber) {
        if (!(subscriber instanceof Subscriber.Confirmed member)) {
            return List.of();
        }
        return together(Optional.of(MemberEntries.joined(member, member.consent())), MemberEntries.of(member));
    }

    /** What it is that the one became the other. */
    public List<LogEntry> changed(Subscriber seen, Subscriber changed) {
        var entry = MemberEntries.of(seen, changed, clock.instant())
                .filter(found -> found.act() != Act.WITHDRAWN || deed.isPresent());
        return together(entry, formerly(seen, changed));
    }

    /** What it is that this member has another address, and another key by that. It is told of the old one. */
    public List<LogEntry> moved(Subscriber.Confirmed seen, Subscriber.Confirmed moved) {
        return changed(seen, moved.forwarding());
    }

    /** What it is that this subscriber is there no more. */
    public List<LogEntry> gone(Subscriber seen) {
        return switch (seen) {
            case Subscriber.Applied _ -> List.of(claimed(MemberEntries.dropped(seen, clock.instant())));
            case Subscriber.Pending _ when deed.isPresent() ->
                List.of(claimed(MemberEntries.dropped(seen, clock.instant())));
            case Subscriber.Pending _ -> List.of();
            case Subscriber.Confirmed _ -> List.of(claimed(MemberEntries.entry(seen, clock.instant(), Act.FORGOTTEN,
                    new Actor.Unknown(), List.of())));
            case Subscriber.Gone _ -> List.of();
        };
    }

    /** What the record tells by itself of a consent, and soon does not, or tells for the first time. */
    private static List<LogEntry> formerly(Subscriber seen, Subscriber changed) {
        var before = MemberEntries.consent(seen);
        var after = MemberEntries.consent(changed);
        if (before.equals(after) && !(seen instanceof Subscriber.Applied)) {
            return List.of();
        }
        var all = new ArrayList<>(MemberEntries.agreed(seen));
        if (!before.equals(after)) {
            all.addAll(MemberEntries.agreed(changed));
        }
        return all;
    }

    private List<LogEntry> together(Optional<LogEntry> act, List<LogEntry> told) {
        var all = new ArrayList<LogEntry>();
        act.map(this::claimed).ifPresent(all::add);
        for (var entry : told) {
            if (all.stream().noneMatch(known -> known.id().equals(entry.id()))) {
                all.add(entry);
            }
        }
        return List.copyOf(all);
    }

    /** What it is that this list is new. */
    public LogEntry came(MailingList list) {
        return ofList(list, Act.LIST_CREATED, changes(plain(list), StoredSettings.of(list)));
    }

    /** What it is that the one became the other; empty when nothing changed. */
    public Optional<LogEntry> changed(MailingList seen, MailingList changed) {
        var changes = changes(StoredSettings.of(seen), StoredSettings.of(changed));
        return changes.isEmpty() ? Optional.empty() : Optional.of(ofList(seen, Act.LIST_CHANGED, changes));
    }

    /** What it is that this list is deleted, and can come back until then. */
    public LogEntry deleted(MailingList list, Instant until) {
        return ofList(list, Act.LIST_DELETED, List.of(Change.said("until", until.toString())));
    }

    /** What it is that this list is back. */
    public LogEntry restored(MailingList list) {
        return ofList(list, Act.LIST_RESTORED, List.of());
    }

    /** What it is that this list is there no more. */
    public LogEntry gone(MailingList list) {
        var changes = new ArrayList<>(changes(StoredSettings.of(list), plain(list)));
        changes.add(new Change(Undo.DOMAIN, list.domain(), ""));
        return ofList(list, Act.LIST_REMOVED, changes);
    }

    /** What it is that the one became the other, if it is somebody's deed. */
    public Optional<LogEntry> changed(Post seen, Post changed) {
        return deed.isEmpty() || seen.state().equals(changed.state())
                ? Optional.empty()
                : (isAuthors(seen.state())
                        ? answer(changed.state())
                        : act(seen.state(), changed.state())).map(act -> ofPost(changed, act));
    }

    /** Whether it is the author who decides about the post, and not the owners. */
    private boolean isAuthors(PostState seen) {
        return seen instanceof PostState.Held held && held.decider() == PostState.Held.Decider.AUTHOR
                && deed.filter(known -> known.actor() instanceof Actor.Member).isPresent();
    }

    /** What the author said, told by what it led to: whose the mail is decides only whether it is judged on. */
    private static Optional<Act> answer(PostState state) {
        return switch (state) {
            case PostState.Discarded(var reason) when reason.cause() == Reason.Cause.DISOWNED ->
                Optional.of(Act.POST_DISOWNED);
            case PostState.Held held when held.decider() == PostState.Held.Decider.AUTHOR -> Optional.empty();
            default -> Optional.of(Act.POST_CONFIRMED);
        };
    }

    private LogEntry ofPost(Post post, Act act) {
        var about = new About.OnePost(post.id());
        var time = post.state() instanceof PostState.Paused paused ? paused.at() : clock.instant();
        return claimed(new LogEntry(LogEntry.id(time, post.list(), act, about, List.of()), post.list(),
                new Actor.Unknown(), Way.UNKNOWN, act, about, true, List.of(), Optional.empty()));
    }

    private static Optional<Act> act(PostState seen, PostState state) {
        return switch (state) {
            case PostState.Paused _ -> Optional.of(Act.POST_PAUSED);
            case PostState.Cancelled _ -> Optional.of(Act.POST_CANCELLED);
            case PostState.Resumed _ ->
                Optional.of(seen instanceof PostState.Done ? Act.POST_RETRIED : Act.POST_RESUMED);
            case PostState.Waiting _,PostState.Sending _ when seen instanceof PostState.Held ->
                Optional.of(Act.POST_RELEASED);
            case PostState.Discarded(var reason) when seen instanceof PostState.Held
                    && reason.cause() == Reason.Cause.DROPPED_BY_OWNERS ->
                Optional.of(Act.POST_DROPPED);
            case PostState.Rejected _,PostState.Discarded _ when seen instanceof PostState.Held ->
                Optional.of(Act.POST_REFUSED);
            case PostState.Waiting _ when seen instanceof PostState.Waiting -> Optional.of(Act.POST_RESUMED);
            case PostState.Waiting _,PostState.Sending _,PostState.Rejected _,PostState.Discarded _,PostState.Held _,PostState.Received _,PostState.Parked _,PostState.Done _ ->
                Optional.empty();
        };
    }

    private LogEntry ofList(MailingList list, Act act, List<Change> changes) {
        return claimed(LogEntry.of(list.id(), new Actor.Unknown(), act, changes, clock.instant()));
    }

    /** The same, by whoever claims it, and by the way that it came. */
    private LogEntry claimed(LogEntry entry) {
        return deed.map(known -> new LogEntry(entry.id(), entry.list(), known.actor(), Way.UNKNOWN, entry.act(),
                entry.about(), known.extent() == Deed.Extent.SINGLE, entry.changes(), known.undoes())).orElse(entry)
                .cameBy(way);
    }

    private static Map<String, String> plain(MailingList list) {
        return StoredSettings.of(MailingList.create(list.id(), list.domain(), list.id().value(), List.of()));
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(setting -> !setting.getValue().equals(after.get(setting.getKey())))
                .map(setting -> new Change(setting.getKey(), setting.getValue(),
                        after.getOrDefault(setting.getKey(), "")))
                .toList();
    }
}
