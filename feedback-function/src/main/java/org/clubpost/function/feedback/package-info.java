/**
 * The function that hears from SES what came back. {@link org.clubpost.function.feedback.FeedbackHandler} gets SES's events
 * from the stack's topic; {@link org.clubpost.function.feedback.SesEvents} reads them; {@link
 * org.clubpost.core.feedback.TakeFeedback} does what follows.
 */
@NullMarked
package org.clubpost.function.feedback;

import org.jspecify.annotations.NullMarked;
