package org.clubpost.function.admin.api;

import java.util.Optional;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;

/**
 * What somebody needs for an operation.
 *
 * @param key whether they need a key
 * @param scope what the key must be for
 * @param permission what its person must be allowed on the list; empty for whoever has any role for it
 */
public record Needs(boolean key, Optional<Scope> scope, Optional<Permission> permission) {

    /** Nothing. */
    public static final Needs NOTHING = new Needs(false, Optional.empty(), Optional.empty());
    /** A key, of any kind. */
    public static final Needs A_KEY = new Needs(true, Optional.empty(), Optional.empty());

    /** A key for that. */
    public static Needs of(Scope scope) {
        return new Needs(true, Optional.of(scope), Optional.empty());
    }

    /** A key for that, of somebody who is allowed that on the list. */
    public static Needs of(Scope scope, Permission permission) {
        return new Needs(true, Optional.of(scope), Optional.of(permission));
    }
}
