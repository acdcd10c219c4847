/**
 * A mail that came in: read once, with who sent it and which of the list's addresses it came to, for all who look at it
 * afterwards.
 */
@NullMarked
package org.clubpost.mail.incoming;

import org.jspecify.annotations.NullMarked;
