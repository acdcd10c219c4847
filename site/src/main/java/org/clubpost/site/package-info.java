/**
 * All that a visitor or a member reads: the pages, and the words of our own mails, in every language that we have.
 *
 * <p>{@link org.clubpost.core.text.Languages} chooses the language, {@link org.clubpost.site.Pages} writes the pages that need to know something,
 * {@link org.clubpost.site.StaticFiles} holds those that do not, and {@link org.clubpost.site.Letters} writes the words of mails. The words stand in
 * {@code texts/<language>.properties}, the shape of pages and mails in Mustache templates that escape all that is put into them.
 */
@NullMarked
package org.clubpost.site;

import org.jspecify.annotations.NullMarked;
