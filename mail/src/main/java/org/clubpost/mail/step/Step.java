package org.clubpost.mail.step;

import java.util.Locale;
import org.clubpost.mail.mime.Entity;

/** One thing that is done to every post. A step has no state and never fails: it leaves undone what it cannot do. */
public interface Step {

    /**
     * The mail with this step done.
     *
     * @param mail the mail as the steps before have left it
     * @param context the list that it goes to
     */
    Entity apply(Entity mail, PostContext context);

    /** Its name in explanations: that of its class, in lower-case words with hyphens. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
