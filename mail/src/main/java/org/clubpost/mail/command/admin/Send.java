package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Permission;

/** Lets a held mail go out. */
final class Send implements Command {

    @Override
    public String name() {
        return "send";
    }

    @Override
    public String syntax() {
        return "send NUMBER";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return HeldPosts.code(rest).filter(known -> known.rest().isEmpty()).map(known -> order(known.code()));
    }

    static Order order(String code) {
        return desk -> new HeldPosts(desk).send(code);
    }
}
