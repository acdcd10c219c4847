/** What somebody sees and changes of themselves: where they are signed in, and in which language they read. */
@NullMarked
package org.clubpost.function.admin.me;

import org.jspecify.annotations.NullMarked;
