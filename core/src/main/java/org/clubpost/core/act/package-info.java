/** Who does something to a list or to a member. */
@NullMarked
package org.clubpost.core.act;

import org.jspecify.annotations.NullMarked;
