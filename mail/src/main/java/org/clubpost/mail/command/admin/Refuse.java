package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Permission;

/** Refuses a held mail. Its author gets the reason, if one is given and the author is proven. */
final class Refuse implements Command {

    @Override
    public String name() {
        return "refuse";
    }

    @Override
    public String syntax() {
        return "refuse NUMBER [REASON]";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return HeldPosts.code(rest).map(known -> order(known.code(), known.rest()));
    }

    static Order order(String code, String reason) {
        return desk -> new HeldPosts(desk).refuse(code, reason);
    }
}
