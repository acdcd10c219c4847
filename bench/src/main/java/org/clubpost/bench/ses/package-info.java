/**
 * The two ends of {@code bench/compare --through-ses}: {@link org.clubpost.bench.ses.SesSink} takes mails as SES would
 * and throws them away, and {@link org.clubpost.bench.ses.SesLoop} sends through the AWS SDK and does nothing else.
 */
@NullMarked
package org.clubpost.bench.ses;

import org.jspecify.annotations.NullMarked;
