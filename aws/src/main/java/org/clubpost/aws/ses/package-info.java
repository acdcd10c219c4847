/**
 * The way out through Amazon SES: {@link org.clubpost.aws.ses.SesOutbox}, and {@code SesAnswers}, which says what SES's
 * refusals mean for us.
 */
@NullMarked
package org.clubpost.aws.ses;

import org.jspecify.annotations.NullMarked;
