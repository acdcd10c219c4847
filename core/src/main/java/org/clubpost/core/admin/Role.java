package org.clubpost.core.admin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.MailingList;

/** What somebody is to a list, and so what they may do. */
public enum Role {

    /** Runs the installation. */
    OPERATOR(EnumSet.allOf(Permission.class)),
    /** Runs the list. */
    OWNER(EnumSet.complementOf(EnumSet.of(Permission.MAKE_LISTS))),
    /** Decides about the posts of the list. */
    MODERATOR(EnumSet.of(Permission.STEER_POSTS, Permission.DECIDE_POSTS));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** Whether this role includes that. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** What the actor is to the list; empty for nothing. */
    public static Optional<Role> of(Actor actor, MailingList list) {
        return switch (actor) {
            case Actor.Operator _ -> Optional.of(OPERATOR);
            case Actor.Owner(var address) when list.people().owners().contains(address) -> Optional.of(OWNER);
            case Actor.Owner(var address) when list.people().moderators().contains(address) -> Optional.of(MODERATOR);
            case Actor.Owner _ -> Optional.empty();
            case Actor.Member _ -> Optional.empty();
            case Actor.Service _ -> Optional.empty();
            case Actor.Unknown _ -> Optional.empty();
        };
    }

    /** Whether the actor may do that on the list. Made lists know their owners, so it is asked again with each act. */
    public static boolean may(Actor actor, MailingList list, Permission permission) {
        return of(actor, list).filter(role -> role.may(permission)).isPresent();
    }
}
