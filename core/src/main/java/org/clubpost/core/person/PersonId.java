package org.clubpost.core.person;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.act.Actor;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Tells those who sign in apart: by the keyed hash of their address, as {@link SubscriberIds} makes it, or as the
 * operator.
 *
 * @param value 32 lower-case hexadecimal digits, or {@code operator}
 */
public record PersonId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}|operator");

    /** The operator, who has no address here. */
    public static final PersonId OPERATOR = new PersonId("operator");

    /**
     * @throws IllegalArgumentException when it is neither; for text from outside use {@link #parse}
     */
    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a person");
        }
    }

    /** Reads an id from outside; empty when it is none. */
    public static Optional<PersonId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PersonId(text)) : Optional.empty();
    }

    /**
     * The id of whoever acts.
     *
     * @throws IllegalArgumentException when it is nobody who signs in
     */
    public static PersonId of(Actor actor, SubscriberIds ids) {
        return switch (actor) {
            case Actor.Owner(var address) -> new PersonId(ids.of(address).hex());
            case Actor.Operator _ -> OPERATOR;
            case Actor.Member _,Actor.Service _,Actor.Unknown _ ->
                throw new IllegalArgumentException("nobody who signs in");
        };
    }
}
