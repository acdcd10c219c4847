package org.clubpost.mail.route;

/**
 * What kind of mail it is, what is to be done with it, and what decided that.
 *
 * @param kind the name of the route that it took, which is its kind; {@value Routes#POST} for a post
 * @param handling what is to be done with it
 * @param decider the name of the rule or of the route that decided; empty when nothing is against a post
 */
public record Routed(String kind, Handling handling, String decider) {}
