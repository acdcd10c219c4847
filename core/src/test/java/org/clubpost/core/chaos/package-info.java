/**
 * Delivery under everything that can go wrong, in virtual time: {@link org.clubpost.core.chaos.VirtualTime} runs the
 * workers one step at a time in an order that a seed decides, {@link org.clubpost.core.chaos.ChaosRun} is one post with
 * its troubles and says afterwards who was wronged.
 */
@NullMarked
package org.clubpost.core.chaos;

import org.jspecify.annotations.NullMarked;
