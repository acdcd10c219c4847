/**
 * A mailing list: its identity, its people and its settings, and the port that keeps lists.
 *
 * <p>A mail's recipient is a {@link org.clubpost.core.list.ListAddress}, which consists of a {@link
 * org.clubpost.core.list.ListId} and a {@link org.clubpost.core.list.ListRole}. {@link org.clubpost.core.list.Lists}
 * finds the {@link org.clubpost.core.list.MailingList} of that id. Its settings are in groups, such as {@link
 * org.clubpost.core.list.Posting} and {@link org.clubpost.core.list.Dispatch}, and {@link
 * org.clubpost.core.list.setting} names each single one.
 */
@NullMarked
package org.clubpost.core.list;

import org.jspecify.annotations.NullMarked;
