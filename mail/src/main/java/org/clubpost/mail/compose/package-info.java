/**
 * Mails that are written here in place of a mail program: a {@link org.clubpost.mail.compose.Draft} becomes a mail, with
 * what the receiving side says on top, because whoever wrote it is known.
 */
@NullMarked
package org.clubpost.mail.compose;

import org.jspecify.annotations.NullMarked;
