/**
 * What {@code doctor} looks at, as plain values: {@link org.clubpost.cli.doctor.fact.Facts} asks for each, and the
 * answer, a {@link org.clubpost.cli.doctor.fact.Look}, says also when something is not there or may not be looked at.
 * Nothing here knows how a fact is read.
 */
@NullMarked
package org.clubpost.cli.doctor.fact;

import org.jspecify.annotations.NullMarked;
