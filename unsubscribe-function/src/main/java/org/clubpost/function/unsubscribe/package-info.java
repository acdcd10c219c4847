/** The function behind the leave links: {@link org.clubpost.function.unsubscribe.UnsubscribeHandler} ends memberships. */
@NullMarked
package org.clubpost.function.unsubscribe;

import org.jspecify.annotations.NullMarked;
