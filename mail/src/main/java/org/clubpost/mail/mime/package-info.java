/**
 * A mail as a tree of views of its bytes.
 *
 * <p>{@link org.clubpost.mail.mime.MimeParser} reads {@link org.clubpost.mail.mime.Octets} into an {@link
 * org.clubpost.mail.mime.Entity}: a {@link org.clubpost.mail.mime.Header} whose lines are kept with their folds and
 * line ends, and a {@link org.clubpost.mail.mime.Body}. A step replaces what it means to change and shares all the
 * rest. Whatever was not touched is written back byte for byte, broken or not. A place that differs from member to
 * member is a {@link org.clubpost.mail.mime.Piece.Slot}.
 */
@NullMarked
package org.clubpost.mail.mime;

import org.jspecify.annotations.NullMarked;
