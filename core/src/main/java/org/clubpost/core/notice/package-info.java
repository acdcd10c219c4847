/**
 * The mails that Clubpost writes itself, as opposed to posts. Each is a {@link org.clubpost.core.notice.Notice} with
 * the facts that its text needs.
 */
@NullMarked
package org.clubpost.core.notice;

import org.jspecify.annotations.NullMarked;
