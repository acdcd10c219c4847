package org.clubpost.mail.step;

import java.util.Locale;
import org.clubpost.mail.mime.Entity;

/** One thing that is done to every post. A step has no state and never fails: what it cannot do, it leaves undone. */
public interface Step {

    /**
     * The mail with this step done.
     *
     * @param mail the mail as the steps before have left it
     * @param context the list that it goes to
     */
    Entity apply(Entity mail, PostContext context);

    /** What this step is called where a person asks what was done: its class name in words, such as {@code munge from}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
