/**
 * What {@code doctor} looks at, as plain values: {@link org.clubpost.cli.doctor.fact.Facts} has a method for each. The
 * answer, a {@link org.clubpost.cli.doctor.fact.Look}, also says when something does not exist or may not be looked at.
 * Nothing here knows how a fact is read.
 */
@NullMarked
package org.clubpost.cli.doctor.fact;

import org.jspecify.annotations.NullMarked;
