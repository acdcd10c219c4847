package org.clubpost.cli.posts;

import org.clubpost.cli.installation.Door;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.OweDecision;
import org.clubpost.core.post.PostId;
import picocli.CommandLine.Command;

/** Has a post sent that waits for a decision. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Let a post go out that waits for a decision. The service does it within a minute.",
        footer = {"", "A post that cannot be sent at all, such as one that is too large, goes on waiting."})
final class SendPost extends DecidePost {

    SendPost() {
        super("It is let through");
    }

    @Override
    boolean decide(OweDecision decisions, MailingList list, PostId post) {
        return decisions.send(Door.OPERATOR, list, post);
    }
}
