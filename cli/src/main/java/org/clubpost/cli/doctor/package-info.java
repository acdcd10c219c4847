/**
 * {@code ./clubpost doctor}: an {@code Examination} has the facts read ({@link org.clubpost.cli.doctor.read}) and runs
 * each check ({@link org.clubpost.cli.doctor.check}) on them, in the order of {@link
 * org.clubpost.cli.doctor.check.Checks}. It prints the findings, and has {@link org.clubpost.cli.doctor.read.Repairs}
 * mend what can be mended safely.
 */
@NullMarked
package org.clubpost.cli.doctor;

import org.jspecify.annotations.NullMarked;
