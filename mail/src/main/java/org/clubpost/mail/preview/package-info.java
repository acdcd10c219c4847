/**
 * What would become of a mail, without any port. {@link org.clubpost.mail.preview.Preview} puts the receiving side's
 * block on a mail that lacks it, asks the same rules and does the same steps as the service. It returns a
 * {@link org.clubpost.mail.preview.Previewed}, which tells which rules and steps acted and what the members would get.
 */
@NullMarked
package org.clubpost.mail.preview;

import org.jspecify.annotations.NullMarked;
