/** Looking at the DNS. */
@NullMarked
package org.clubpost.cli.doctor.read;

import org.jspecify.annotations.NullMarked;
