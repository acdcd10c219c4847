/** The posts that wait for a decision, for programs. */
@NullMarked
package org.clubpost.function.admin.api.held;

import org.jspecify.annotations.NullMarked;
