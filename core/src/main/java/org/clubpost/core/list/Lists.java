package org.clubpost.core.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Contested;
import org.clubpost.core.act.Deed;

/**
 * The lists of this installation. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to
 * repeat.
 */
public interface Lists extends Contested {

    /** The same lists, where each change is that deed. What is changed otherwise is nobody's that is known. */
    Lists by(Deed deed);

    /** The list of that name, as of now. */
    Optional<MailingList> find(ListId id);

    /** The list of that name with how many are on it, as of now, in one read. */
    Optional<Headed> headed(ListId id);

    /**
     * A list, with how many are on it.
     *
     * @param list the list
     * @param members as {@link #confirmedMembers}
     * @param groups as {@link #groupMembers}
     */
    record Headed(MailingList list, long members, Map<GroupName, Long> groups) {

        /** Copies the groups. */
        public Headed {
            groups = Map.copyOf(groups);
        }
    }

    /** All lists with how many are on them, by name. */
    List<Headed> allHeaded();

    /** All lists, by name. There are few: some dozens. */
    List<MailingList> all();

    /** The names of all lists. */
    default List<ListId> ids() {
        return all().stream().map(MailingList::id).toList();
    }

    /**
     * Adds a list.
     *
     * @return false when a list of that name exists; then nothing changes
     */
    boolean create(MailingList list);

    /**
     * Changes a list's settings if they are still what the caller saw.
     *
     * @param seen the list as the caller read it
     * @param changed the same list with other settings
     * @return false when somebody changed it in the meantime, or it is gone; then nothing changes
     */
    boolean replace(MailingList seen, MailingList changed);

    /**
     * Removes a list that has no confirmed members. Its posts and its former members stay on record, and a new list of
     * that name knows who had left.
     *
     * @return false when it has confirmed members, or is gone; then nothing changes
     */
    boolean remove(ListId id);

    /**
     * How many confirmed members the list has; zero for an unknown list. It is kept in step with every change, so that
     * nothing has to be counted.
     */
    long confirmedMembers(ListId id);

    /**
     * How many confirmed members each group of the list has. A group without members may be missing. A member in
     * several groups counts in each.
     */
    Map<GroupName, Long> groupMembers(ListId id);
}
