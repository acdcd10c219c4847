/**
 * What comes back: bounces and complaints, what they say about a member or about us, and what follows from them.
 *
 * <p>Whoever hears of something that came back, from SES, from a relay or from a report by mail, makes a {@link
 * org.clubpost.core.suppression.Feedback} of it.
 */
@NullMarked
package org.clubpost.core.suppression;

import org.jspecify.annotations.NullMarked;
