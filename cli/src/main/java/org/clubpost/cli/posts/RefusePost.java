package org.clubpost.cli.posts;

import org.clubpost.cli.installation.Door;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.OweDecision;
import org.clubpost.core.post.PostId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has a post refused that waits for a decision. */
@Command(
        name = "refuse",
        mixinStandardHelpOptions = true,
        description = "Refuse a post that waits for a decision, and tell its author if it is proven who that is. The service "
                + "does it within a minute.",
        footer = {"", "To tell nobody: ./clubpost posts drop POST"})
final class RefusePost extends DecidePost {

    @Option(names = "--reason", paramLabel = "TEXT", description = "What its author is to know.")
    private String reason = "";

    RefusePost() {
        super("It goes to nobody, and its author, if proven, is told");
    }

    @Override
    boolean decide(OweDecision decisions, MailingList list, PostId post) {
        return decisions.refuse(Door.OPERATOR, list, post, reason);
    }
}
