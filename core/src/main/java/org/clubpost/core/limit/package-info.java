/**
 * How often something may happen, so that nobody can be flooded through us: {@link org.clubpost.core.limit.RateLimits} in
 * a window of time, and {@link org.clubpost.core.limit.Unanswered} for the mails to somebody who has not answered any. A
 * visitor is counted by their {@link org.clubpost.core.limit.Source}.
 */
@NullMarked
package org.clubpost.core.limit;

import org.jspecify.annotations.NullMarked;
