/**
 * Taking a mail in.
 *
 * <p>{@link org.clubpost.mail.receive.Receive} reads the mail that lies in the store, once, makes a post of it, has it
 * {@linkplain org.clubpost.mail.route.Routes routed} by what it is, and hands it to the one class that carries that
 * out; what became of it is its {@link org.clubpost.mail.receive.Fate}. A mail for the members is {@linkplain
 * org.clubpost.mail.receive.Preparation prepared}, and its delivery is started or waits for its time; what has to wait
 * for a person, or goes nowhere, {@link org.clubpost.core.moderation} does, which asks back here for what takes
 * understanding a mail. It may be called any number of times for the same mail. {@link
 * org.clubpost.mail.receive.Reception} puts the parts together.
 */
@NullMarked
package org.clubpost.mail.receive;

import org.jspecify.annotations.NullMarked;
