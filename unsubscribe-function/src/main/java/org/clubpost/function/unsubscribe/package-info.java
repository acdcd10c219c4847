/**
 * The functions behind a member's own links: {@link org.clubpost.function.unsubscribe.UnsubscribeHandler} ends
 * memberships, {@link org.clubpost.function.unsubscribe.ManageHandler} changes what members chose about theirs.
 */
@NullMarked
package org.clubpost.function.unsubscribe;

import org.jspecify.annotations.NullMarked;
