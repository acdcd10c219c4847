/**
 * How much of what goes out comes back: counted for each post, and judged for each list. {@link
 * org.clubpost.core.health.CountReturns} counts, {@link org.clubpost.core.health.WatchHealth} warns the owners and stops
 * the mail of a list before the provider stops that of everybody.
 */
@NullMarked
package org.clubpost.core.health;

import org.jspecify.annotations.NullMarked;
