package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;

/** Says which mails wait for a decision. */
final class Held implements Command {

    private static final int MOST = 50;

    @Override
    public String name() {
        return "held";
    }

    @Override
    public String syntax() {
        return "held";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return rest.isBlank() ? Optional.of(Held::held) : Optional.empty();
    }

    private static CommandResult held(Desk desk) {
        var posts = new HeldPosts(desk).waiting(MOST + 1);
        return new CommandResult.HeldMails(posts.subList(0, Math.min(MOST, posts.size())), posts.size() > MOST);
    }
}
