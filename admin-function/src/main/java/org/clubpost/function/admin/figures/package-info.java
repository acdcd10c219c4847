/**
 * Figures of a list: {@link org.clubpost.function.admin.figures.FiguresRoom} shows members, sign-ups and posts as charts
 * that {@link org.clubpost.function.admin.figures.BarChart} draws, each with its table.
 */
@NullMarked
package org.clubpost.function.admin.figures;

import org.jspecify.annotations.NullMarked;
