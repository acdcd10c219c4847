/**
 * What Outlook hides in a {@code winmail.dat} (TNEF, MS-OXTNEF): {@link org.clubpost.mail.tnef.Tnef} opens it, for the
 * rule that looks at the names of files and for the step that unpacks them.
 */
@NullMarked
package org.clubpost.mail.tnef;

import org.jspecify.annotations.NullMarked;
