package org.clubpost.core.person;

import org.clubpost.core.act.Actor;

/**
 * Who is signed in, in a browser.
 *
 * @param person who
 * @param session in which browser
 */
public record Guest(Person person, Session session) {

    /** The same, for use cases. */
    public Actor actor() {
        return person.actor();
    }
}
