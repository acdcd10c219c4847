package org.clubpost.mail.step;

import java.util.List;
import org.clubpost.mail.mime.Entity;

/** All steps in the order in which they are done. */
public final class Steps {

    /** The order. Each step is there because of the class comment it carries, and stands where it does for the reason here. */
    static final List<Step> IN_ORDER = List.of(
            // First, so that no later step takes a stranger's field for ours.
            new DropForeignFields(),
            // Reads the author's From and Reply-To, which the next one replaces.
            new DirectReplies(),
            new MungeFrom(),
            new ReferToOriginal(),
            new TagSubject(),
            new AddListFields(),
            new FillPlaceholders(),
            // After the placeholders: a text with a typed link gets no footer.
            new AddFooter());

    private Steps() {}

    /** The mail with all steps done. */
    public static Entity apply(Entity mail, PostContext context) {
        Entity done = mail;
        for (Step step : IN_ORDER) {
            done = step.apply(done, context);
        }
        return done;
    }
}
