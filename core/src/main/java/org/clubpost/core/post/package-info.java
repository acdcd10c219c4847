/**
 * What a post is: one mail to a list.
 *
 * <p>A mail in the {@link org.clubpost.core.store.MailStore} becomes a {@link org.clubpost.core.post.Post} with a
 * {@link org.clubpost.core.post.PostState}. {@link org.clubpost.core.post.Posts} keeps it. {@link
 * org.clubpost.core.post.SeenMails} recognises a mail that comes twice. {@link org.clubpost.core.post.PostNumbers}
 * numbers the posts of lists that want it. A {@link org.clubpost.core.post.ModerationToken} stands in a link that
 * decides about a post.
 */
@NullMarked
package org.clubpost.core.post;

import org.jspecify.annotations.NullMarked;
