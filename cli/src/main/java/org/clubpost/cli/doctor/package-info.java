/**
 * {@code ./clubpost doctor}: an {@code Examination} has the facts read ({@link org.clubpost.cli.doctor.read}), puts
 * each check ({@link org.clubpost.cli.doctor.check}) to them, in the order of {@link
 * org.clubpost.cli.doctor.check.Checks}, prints the findings, and has mended what can be mended safely ({@link
 * org.clubpost.cli.doctor.read.Repairs}).
 */
@NullMarked
package org.clubpost.cli.doctor;

import org.jspecify.annotations.NullMarked;
