package org.clubpost.core.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;

/** What may be done with lists as a whole. Each act is logged in the same step. */
public final class RunLists {

    private final Lists lists;
    private final ActLog log;

    /** Runs these lists. */
    public RunLists(Lists lists, ActLog log) {
        this.lists = lists;
        this.log = log;
    }

    /**
     * Makes a list.
     *
     * @return whether it was made; false when there is one of that name
     */
    public Answer<Boolean> create(Actor actor, MailingList list) {
        return Answer.when(Role.may(actor, list, Permission.MAKE_LISTS), Permission.MAKE_LISTS,
                () -> lists.by(Deed.of(actor)).create(list));
    }

    /**
     * Changes the settings of a list. May be repeated: what is so already is no change.
     *
     * @param change gives the list with other settings; it is called again when somebody else changed the list in the
     *         meantime
     * @return the list before and after; empty when there is no such list
     */
    public Answer<Optional<Changed>> change(Actor actor, ListId id, UnaryOperator<MailingList> change) {
        return Attempts.until(lists, () -> {
            var seen = lists.find(id);
            if (seen.isEmpty()) {
                return Optional.of(new Answer.Allowed<>(Optional.empty()));
            }
            if (!Role.may(actor, seen.get(), Permission.CHANGE_LIST)) {
                return Optional.of(new Answer.Denied<>(Permission.CHANGE_LIST));
            }
            var changed = new Changed(seen.get(), change.apply(seen.get()));
            return changed.isNone() || lists.by(Deed.of(actor)).replace(changed.before(), changed.after())
                    ? Optional.of(new Answer.Allowed<>(Optional.of(changed)))
                    : Optional.empty();
        });
    }

    /**
     * A list before and after a change.
     *
     * @param before as it was
     * @param after as it is now
     */
    public record Changed(MailingList before, MailingList after) {

        boolean isNone() {
            return before.equals(after);
        }
    }

    /**
     * Removes a list that has no members ({@link Lists#remove}).
     *
     * @return false when it has members, or is gone
     */
    public Answer<Boolean> remove(Actor actor, MailingList list) {
        return Answer.when(Role.may(actor, list, Permission.MAKE_LISTS), Permission.MAKE_LISTS,
                () -> lists.by(Deed.of(actor)).remove(list.id()));
    }

    /**
     * Records that the installation got a new key to sign links with, in the log of each list.
     *
     * @param key the number of the key
     * @return the lists
     */
    public Answer<List<MailingList>> keysRotated(Actor actor, int key, Instant now) {
        var all = lists.all();
        return Answer.when(all.stream().allMatch(list -> Role.may(actor, list, Permission.MAKE_LISTS)),
                Permission.MAKE_LISTS, () -> {
                    all.forEach(list -> log.put(LogEntry.of(list.id(), actor, Act.KEYS_ROTATED,
                            List.of(Change.said("key", Integer.toString(key))), now)));
                    return all;
                });
    }
}
