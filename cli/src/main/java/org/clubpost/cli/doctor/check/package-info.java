/**
 * What a stack needs so that mail flows: one class for each check, in the order of {@link
 * org.clubpost.cli.doctor.check.Checks}. A check turns facts into findings and does nothing else.
 */
@NullMarked
package org.clubpost.cli.doctor.check;

import org.jspecify.annotations.NullMarked;
