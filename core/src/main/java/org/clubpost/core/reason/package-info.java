/**
 * Why something became of a mail, of a post or of a copy.
 *
 * <p>A {@link org.clubpost.core.reason.Reason} is a cause with its values, never a sentence. It has a package of
 * its own because posts, notices and ways out all give reasons, and should not have to know each other for that.
 */
@NullMarked
package org.clubpost.core.reason;

import org.jspecify.annotations.NullMarked;
