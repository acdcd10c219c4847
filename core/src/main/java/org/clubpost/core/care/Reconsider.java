package org.clubpost.core.care;

import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;

/**
 * Looks once more at a post whose time has come, because its author may have lost the right to post since they chose the
 * time.
 */
@FunctionalInterface
public interface Reconsider {

    /** Nothing has changed. */
    Reconsider NEVER = (_, _) -> false;

    /**
     * Stops a post that is not to go out any more, and has those who decide about it told.
     *
     * @param post one that waits and whose time has come; or one that is held, and a process died before it had told
     *         everybody
     * @return whether it was stopped, or somebody else was quicker; otherwise nothing was done, and one that waits goes
     *         out
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean isStopped(MailingList list, Post post);
}
