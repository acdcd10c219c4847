/** The first room: the lists that somebody runs. */
@NullMarked
package org.clubpost.function.admin.lists;

import org.jspecify.annotations.NullMarked;
