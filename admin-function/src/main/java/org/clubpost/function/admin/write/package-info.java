/** Writing a post in the browser. It goes through the same door as a mail. */
@NullMarked
package org.clubpost.function.admin.write;

import org.jspecify.annotations.NullMarked;
