/**
 * All that a visitor or a member reads: the pages, and the words of our own mails, in every language that we have.
 *
 * <p>{@link org.clubpost.core.text.Languages} chooses the language. {@link org.clubpost.site.Site} holds the words and
 * the templates. Each page is made from it, by a class of its own: {@link org.clubpost.site.SignUpPage}, {@link
 * org.clubpost.site.ConfirmPage}, {@link org.clubpost.site.WithdrawPage}, {@link org.clubpost.site.ManagePage}, {@link
 * org.clubpost.site.LeavePage}, {@link org.clubpost.site.ModerationPage}, and {@link org.clubpost.site.ErrorPages} for
 * when none of them can be shown. {@link org.clubpost.site.StaticFiles} holds the pages that are the same for every
 * visitor, and {@link org.clubpost.site.Letters} writes the words of mails. The words are in {@code
 * texts/<language>.properties}; the shape of pages and mails is in Mustache templates, which escape everything that is
 * put into them.
 *
 * <p>There are more types here than a package should have, because each page is one, and what they share must not be
 * seen outside.
 */
@NullMarked
package org.clubpost.site;

import org.jspecify.annotations.NullMarked;
