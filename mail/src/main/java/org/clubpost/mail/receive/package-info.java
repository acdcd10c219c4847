/**
 * Taking a mail in.
 *
 * <p>{@link org.clubpost.mail.receive.Receive} reads the mail that lies in the store, makes a post of it, has it
 * {@linkplain org.clubpost.mail.rule.Judge judged}, has it {@linkplain org.clubpost.mail.receive.Preparation prepared}, and starts its delivery; or tells who
 * has to be told why not. It may be called any number of times for the same mail.
 */
@NullMarked
package org.clubpost.mail.receive;

import org.jspecify.annotations.NullMarked;
