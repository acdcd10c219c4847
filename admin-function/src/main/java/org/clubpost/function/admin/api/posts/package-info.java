/** The posts of a list for programs. */
@NullMarked
package org.clubpost.function.admin.api.posts;

import org.jspecify.annotations.NullMarked;
