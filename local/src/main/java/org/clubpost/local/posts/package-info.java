/**
 * The posts for people on this machine. {@link org.clubpost.local.posts.PostsPage} shows what is going on. {@link
 * org.clubpost.local.posts.PostWords} has the words for it, which the command line uses too.
 */
@NullMarked
package org.clubpost.local.posts;

import org.jspecify.annotations.NullMarked;
