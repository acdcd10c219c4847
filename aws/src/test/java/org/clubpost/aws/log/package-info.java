/** What the lines of the functions' logs hold, and what they do not. */
@NullMarked
package org.clubpost.aws.log;

import org.jspecify.annotations.NullMarked;
