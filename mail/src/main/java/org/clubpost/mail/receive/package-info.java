/**
 * Taking a mail in.
 *
 * <p>{@link org.clubpost.mail.receive.Receive} makes a post of a mail that lies in the store and reads the mail once.
 * It has the mail {@linkplain org.clubpost.mail.route.Routes routed} by what it is, and hands it to the one class that
 * carries the decision out. What became of the mail is its {@link org.clubpost.mail.receive.Fate}. A mail for the
 * members is {@linkplain org.clubpost.mail.receive.Preparation prepared}, and its delivery is started or waits for its
 * time. {@link org.clubpost.core.moderation} deals with mails that wait for a person or go nowhere, and asks this
 * package when a mail has to be understood. {@code Receive} may be called any number of times for the same mail.
 * {@link org.clubpost.mail.receive.Reception} puts the parts together.
 */
@NullMarked
package org.clubpost.mail.receive;

import org.jspecify.annotations.NullMarked;
