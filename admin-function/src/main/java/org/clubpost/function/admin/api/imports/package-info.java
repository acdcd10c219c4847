/** How programs bring the people of a table in. */
@NullMarked
package org.clubpost.function.admin.api.imports;

import org.jspecify.annotations.NullMarked;
