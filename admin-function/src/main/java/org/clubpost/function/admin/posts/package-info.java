/** The posts of a list: what went out, what is going out, who did not get it, and what a member got. */
@NullMarked
package org.clubpost.function.admin.posts;

import org.jspecify.annotations.NullMarked;
