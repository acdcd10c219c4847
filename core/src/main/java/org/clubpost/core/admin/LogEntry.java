package org.clubpost.core.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/**
 * What somebody did, for the log. It holds the keys of members and no address, name or phone number of theirs. The
 * settings of a list stand as they are, also where they name owners or posters.
 *
 * @param id its id, which begins with the time
 * @param list the list
 * @param actor who
 * @param way by which way
 * @param act what
 * @param about to what
 * @param isListed whether it belongs into the list's log. An act of a member, and each part of an act on many, is in
 *         the member's history only
 * @param changes what changed, and what else there is to say
 * @param undoes the entry of the act that this one undid
 */
public record LogEntry(EntryId id, ListId list, Actor actor, Way way, Act act, About about,
        boolean isListed, List<Change> changes, Optional<EntryId> undoes) {

    /** Copies the changes. */
    public LogEntry {
        changes = List.copyOf(changes);
    }

    /** An act on a whole list that nothing else records. */
    public static LogEntry of(ListId list, Actor actor, Act act, List<Change> changes, Instant now) {
        var about = new About.WholeList();
        return new LogEntry(id(now, list, act, about, changes), list, actor, Way.UNKNOWN, act, about, true, changes,
                Optional.empty());
    }

    /** An act on one person that nothing else records. */
    public static LogEntry aboutPerson(ListId list, Actor actor, SubscriberId person, List<Change> changes,
            Instant now) {
        var about = new About.OnePerson(person);
        return new LogEntry(id(now, list, Act.CHANGED, about, changes), list, actor, Way.UNKNOWN, Act.CHANGED, about,
                true,
                changes, Optional.empty());
    }

    /** A decision about a post that nothing else records. */
    public static LogEntry of(ListId list, Actor actor, Act act, PostId post, Instant now) {
        var about = new About.OnePost(post);
        return new LogEntry(id(now, list, act, about, List.of()), list, actor, Way.UNKNOWN, act, about, true,
                List.of(), Optional.empty());
    }

    /** The id of an entry that says that. */
    static EntryId id(Instant time, ListId list, Act act, About about, List<Change> changes) {
        return EntryId.of(time, list + " " + act + " " + about.written() + " " + changes);
    }

    /** When it was done, to the millisecond. */
    public Instant time() {
        return id.time();
    }

    /** The same with other changes. */
    public LogEntry with(List<Change> others) {
        return new LogEntry(id, list, actor, way, act, about, isListed, others, undoes);
    }

    /** The same, done by that way. What the service does by itself, and what has a way already, stays as it is. */
    public LogEntry cameBy(Way taken) {
        return actor instanceof Actor.Service || way != Way.UNKNOWN
                ? this
                : new LogEntry(id, list, actor, taken, act, about, isListed, changes, undoes);
    }

    /** The same as the undoing of that entry. */
    LogEntry undoing(EntryId undone) {
        return new LogEntry(id, list, actor, way, act, about, isListed, changes, Optional.of(undone));
    }

    /** What it says under that name. */
    public Optional<String> said(String what) {
        return changes.stream().filter(change -> change.what().equals(what)).map(Change::after).findFirst();
    }
}
