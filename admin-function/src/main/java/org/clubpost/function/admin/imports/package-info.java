/** Bringing people in from a file, with a look first. */
@NullMarked
package org.clubpost.function.admin.imports;

import org.jspecify.annotations.NullMarked;
