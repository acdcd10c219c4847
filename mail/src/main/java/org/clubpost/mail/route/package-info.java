/**
 * Which kind of mail came in, and what it asks for.
 *
 * <p>{@link org.clubpost.mail.route.Routes} shows an {@link org.clubpost.mail.incoming.Incoming} mail to one route
 * after the other. Each is a small class of its own, and the order stands in {@code Routes} alone: a new kind of mail
 * is a new class and one line there. A mail that no route takes is a post. Before a mail is obeyed, the guards of its
 * route are asked about it; these are {@linkplain org.clubpost.mail.rule rules}. About a post, all the rules are asked.
 * The answer is a {@link org.clubpost.mail.route.Handling}, which {@link org.clubpost.mail.receive} carries out.
 */
@NullMarked
package org.clubpost.mail.route;

import org.jspecify.annotations.NullMarked;
