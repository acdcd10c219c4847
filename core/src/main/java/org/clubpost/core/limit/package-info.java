/**
 * How often something may happen, so that nobody can be flooded through us: {@link org.clubpost.core.limit.RateLimits}.
 */
@NullMarked
package org.clubpost.core.limit;

import org.jspecify.annotations.NullMarked;
