package org.clubpost.aws.event;

/** What a function says when it cannot help. */
public interface Troubles {

    /** The event is no request: 400. */
    HttpAnswer unreadable();

    /** It is worth trying again in a minute: 503. */
    HttpAnswer unavailable(FormRequest request);

    /** It is our fault: 500. */
    HttpAnswer broken(FormRequest request);
}
