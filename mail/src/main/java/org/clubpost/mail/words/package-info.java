/**
 * What the writer of a mail wrote, as far as it tells a request to leave or the answer of a program from a post. Reads
 * no more of a mail than a fixed number of letters, and changes nothing.
 */
@NullMarked
package org.clubpost.mail.words;

import org.jspecify.annotations.NullMarked;
