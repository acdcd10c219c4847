/** Signing in and out. */
@NullMarked
package org.clubpost.function.admin.entry;

import org.jspecify.annotations.NullMarked;
