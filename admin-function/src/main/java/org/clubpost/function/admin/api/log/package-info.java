/** Who did what on a list, for programs. */
@NullMarked
package org.clubpost.function.admin.api.log;

import org.jspecify.annotations.NullMarked;
