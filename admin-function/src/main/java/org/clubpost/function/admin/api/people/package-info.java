/** What programs ask for of those who run a list. */
@NullMarked
package org.clubpost.function.admin.api.people;

import org.jspecify.annotations.NullMarked;
