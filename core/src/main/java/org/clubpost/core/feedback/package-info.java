/**
 * What follows from what comes back: a member is given points, is asked whether mail arrives, is not written to any more,
 * is reminded, and in the end taken off. {@link org.clubpost.core.feedback.TakeFeedback} is the one door for everything
 * that came back; {@link org.clubpost.core.feedback.LookAfter} does what is due later.
 */
@NullMarked
package org.clubpost.core.feedback;

import org.jspecify.annotations.NullMarked;
