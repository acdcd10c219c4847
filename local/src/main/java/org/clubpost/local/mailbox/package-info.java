/**
 * The built-in mailbox: where mail goes on one machine unless it is told otherwise. {@link
 * org.clubpost.local.mailbox.MailboxOutbox} takes it, {@link org.clubpost.local.mailbox.MailboxFile} keeps it, {@link
 * org.clubpost.local.mailbox.MailboxPages} shows it to people and {@link org.clubpost.local.mailbox.MailboxApi} to
 * programs.
 */
@NullMarked
package org.clubpost.local.mailbox;

import org.jspecify.annotations.NullMarked;
