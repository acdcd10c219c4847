/** What facts say of themselves. */
@NullMarked
package org.clubpost.cli.doctor.fact;

import org.jspecify.annotations.NullMarked;
