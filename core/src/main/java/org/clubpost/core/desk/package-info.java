/**
 * What those who run lists look at, read in one go. {@link org.clubpost.core.desk.Desk} puts together what a page needs,
 * so that a page costs the same for a hundred thousand members as for ten; {@link org.clubpost.core.desk.KeepFigures}
 * counts beforehand what would take many reads.
 */
@NullMarked
package org.clubpost.core.desk;

import org.jspecify.annotations.NullMarked;
