/**
 * A mail that came in, read once for all the code that looks at it afterwards. It says who sent the mail and which of
 * the list's addresses it came to.
 */
@NullMarked
package org.clubpost.mail.incoming;

import org.jspecify.annotations.NullMarked;
