/**
 * Members as they come in files: {@link org.clubpost.people.MemberFile} says of each line of a table of people whom it
 * names, or why nobody. {@link org.clubpost.people.FormulaGuard} keeps what goes into a table from being a formula there.
 */
@NullMarked
package org.clubpost.people;

import org.jspecify.annotations.NullMarked;
