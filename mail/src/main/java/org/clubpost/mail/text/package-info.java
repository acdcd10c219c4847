/**
 * The texts of a mail: {@link org.clubpost.mail.text.TextBodies} finds the parts that a reader sees,
 * {@link org.clubpost.mail.text.TextPart} opens one, and {@link org.clubpost.mail.text.EditableText} takes additions
 * and slots in the part's own charset. A text that cannot be read for certain is
 * {@link org.clubpost.mail.text.TextPart.Undecodable} and stays as it is.
 */
@NullMarked
package org.clubpost.mail.text;

import org.jspecify.annotations.NullMarked;
