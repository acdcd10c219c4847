/**
 * What a post is: one mail to a list.
 *
 * <p>A mail lies in the {@link org.clubpost.core.store.MailStore}. It becomes a {@link org.clubpost.core.post.Post}
 * with a {@link org.clubpost.core.post.PostState}, which is kept in {@link org.clubpost.core.post.Posts}. {@link
 * org.clubpost.core.post.SeenMails} knows a mail that comes twice. {@link org.clubpost.core.post.PostNumbers} numbers
 * the posts of lists that want it. A {@link org.clubpost.core.post.ModerationToken} stands in a link that decides about
 * a post.
 */
@NullMarked
package org.clubpost.core.post;

import org.jspecify.annotations.NullMarked;
