/** The lists for programs, and their settings. */
@NullMarked
package org.clubpost.function.admin.api.lists;

import org.jspecify.annotations.NullMarked;
