/**
 * Who is on a list, for those who run it: a page at a time, whatever the size of the list. A {@link
 * org.clubpost.core.directory.Search} says what is looked for and in which order; the {@link
 * org.clubpost.core.directory.Directory} gives a {@link org.clubpost.core.directory.Page} of {@linkplain
 * org.clubpost.core.directory.Entry entries}. How a page is put together from what a store reads stands once, in {@link
 * org.clubpost.core.directory.PageReading}; a store only reads {@linkplain org.clubpost.core.directory.Span spans} of
 * its three orders.
 *
 * <p>{@link org.clubpost.core.directory.MemberTexts} keep what owners write about a member, and for a while what a change
 * of theirs replaced and the log must not hold.
 */
@NullMarked
package org.clubpost.core.directory;

import org.jspecify.annotations.NullMarked;
