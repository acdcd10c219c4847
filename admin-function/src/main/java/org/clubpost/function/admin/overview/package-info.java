/** How a list is, at a glance, and taking back what was done to it. */
@NullMarked
package org.clubpost.function.admin.overview;

import org.jspecify.annotations.NullMarked;
