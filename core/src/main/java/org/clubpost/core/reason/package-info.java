/**
 * Why a mail, a post or a copy did not simply go on.
 *
 * <p>A {@link org.clubpost.core.reason.Reason} is a cause with its values, never a sentence. It has a package of its
 * own because posts, notices and the way out all give reasons, and need not know each other for that.
 */
@NullMarked
package org.clubpost.core.reason;

import org.jspecify.annotations.NullMarked;
