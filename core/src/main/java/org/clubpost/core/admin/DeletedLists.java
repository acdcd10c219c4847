package org.clubpost.core.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Contested;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;

/**
 * The lists that were deleted and can come back for a while. To {@link Lists} they are not there, but that no other list
 * can get their name. Everything about them stays as it was, until it is erased. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface DeletedLists extends Contested {

    /** The same, where each change is that deed. */
    DeletedLists by(Deed deed);

    /**
     * A list that was deleted.
     *
     * @param list the list as it was
     * @param until when it can no longer come back, to the millisecond
     * @param members how many are on it
     */
    record Deleted(MailingList list, Instant until, long members) {}

    /** The deleted list of that name. */
    Optional<Deleted> find(ListId id);

    /** All of them, by name. */
    List<Deleted> all();

    /**
     * Deletes a list if it is still as the caller saw it.
     *
     * @param until when it can no longer come back
     * @return false when somebody changed it in the meantime, or it is gone; then nothing changes
     */
    boolean delete(MailingList seen, Instant until);

    /**
     * Brings a list back, as it was.
     *
     * @return false when there is no such deleted list, or its time is over at {@code now}; then nothing changes
     */
    boolean restore(ListId id, Instant now);

    /**
     * Erases something of what is kept about a post of a deleted list: the post itself at last.
     *
     * @param most how much at most, as a number of records
     * @return whether something is left; false also for a post that is not there, or of a list that is not deleted
     */
    boolean erase(ListId list, PostId post, int most);

    /**
     * Erases something of what is kept about a deleted list, its posts apart: the list itself at last, and with it the
     * claim on its name.
     *
     * @param most how much at most, as a number of records
     * @return whether something is left; false also for a list that is not deleted
     */
    boolean erase(ListId list, int most);
}
