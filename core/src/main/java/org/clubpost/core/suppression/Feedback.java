package org.clubpost.core.suppression;

/**
 * Something that came back about one mail to one recipient, from whatever side we heard of it.
 *
 * @param id the same for each telling of the same thing, at most 128 characters: it is applied once. It comes from the
 *        provider's id of the mail, the kind and the recipient, and holds no address in clear
 * @param trace which mail, and to whom
 * @param what what came back
 */
public record Feedback(String id, Trace trace, Returned what) {}
