/**
 * The functions behind a member's own links: {@link org.clubpost.function.unsubscribe.UnsubscribeHandler} ends
 * memberships, {@link org.clubpost.function.unsubscribe.ManageHandler} changes members' settings.
 */
@NullMarked
package org.clubpost.function.unsubscribe;

import org.jspecify.annotations.NullMarked;
