/** The members of a list for programs. */
@NullMarked
package org.clubpost.function.admin.api.members;

import org.jspecify.annotations.NullMarked;
