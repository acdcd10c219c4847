package org.clubpost.mail.step;

import java.util.List;
import java.util.function.BiConsumer;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Entity;

/** All steps in the order in which they are done. */
public final class Steps {

    /**
     * The order. The comment of a step's class says why the step exists. A comment here says why it stands in its
     * place.
     */
    static final List<Step> IN_ORDER = List.of(
            // First, so that no later step takes a stranger's field for ours.
            new DropForeignFields(),
            new GiveMessageId(),
            // After the id, which is made of the mail as it came.
            new GiveDate(),
            // After that too, and before any name or subject is read.
            new ReadRawFields(),
            // Before anything looks for texts.
            new MendStructure(),
            new DropRoleAddresses(),
            new NameOnce(),
            // Reads the author's From and Reply-To, which the next one replaces.
            new DirectReplies(),
            new MungeFrom(),
            new KeepThread(),
            new TagSubject(),
            new UnpackWinmail(),
            new NameCharsets(),
            // Before the placeholders, so that no link of ours is taken for a quoted one.
            new RemoveOwnLinks(),
            new FillPlaceholders(),
            // After the placeholders: a text with a typed link gets no footer.
            new AddFooter(),
            // Last, when nothing more is read: what goes out is safe for every relay.
            new EncodeFields(),
            new EncodeBodies(),
            // After To was looked at: a mail without one gets the list's address.
            new AddListFields());

    private static final int FOOTER = IN_ORDER.stream().map(Step::name).toList()
            .indexOf(new AddFooter().name());

    private Steps() {}

    /** The mail with all steps done. */
    public static Entity apply(Entity mail, PostContext context) {
        return apply(mail, context, (_, _) -> {
        });
    }

    /**
     * The mail with all steps done.
     *
     * @param witness is shown the mail after each step, with the step's name
     */
    public static Entity apply(Entity mail, PostContext context, BiConsumer<String, Entity> witness) {
        return fromFooter(beforeFooter(mail, context, witness), context, witness);
    }

    /** The mail with all steps done that come before the footer: it is the same in every language. */
    public static Entity beforeFooter(Entity mail, PostContext context, BiConsumer<String, Entity> witness) {
        return apply(IN_ORDER.subList(0, FOOTER), mail, context, witness);
    }

    /** What {@link #beforeFooter} made, with the other steps done: the footer is in the language of the list. */
    public static Entity fromFooter(Entity mail, PostContext context, BiConsumer<String, Entity> witness) {
        return apply(IN_ORDER.subList(FOOTER, IN_ORDER.size()), mail, context, witness);
    }

    private static Entity apply(List<Step> steps, Entity mail, PostContext context,
            BiConsumer<String, Entity> witness) {
        Entity done = mail;
        for (Step step : steps) {
            Deadline.check();
            done = step.apply(done, context);
            witness.accept(step.name(), done);
        }
        return done;
    }
}
