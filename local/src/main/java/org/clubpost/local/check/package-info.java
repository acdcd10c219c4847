/** Looks a data directory over and says what to do about what is wrong. Nothing here changes anything. */
@NullMarked
package org.clubpost.local.check;

import org.jspecify.annotations.NullMarked;
