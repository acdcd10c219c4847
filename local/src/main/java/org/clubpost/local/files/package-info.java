/**
 * Files that last. {@link org.clubpost.local.files.DurableFiles} writes every one of them: whole or not at all, and on
 * the disk before it returns. {@link org.clubpost.local.files.FileMails} keeps each mail in a file of its own, and
 * {@link org.clubpost.local.files.OldMails} deletes those whose time is over. {@link
 * org.clubpost.local.files.OwnerOnly} makes files that nobody else can read.
 */
@NullMarked
package org.clubpost.local.files;

import org.jspecify.annotations.NullMarked;
