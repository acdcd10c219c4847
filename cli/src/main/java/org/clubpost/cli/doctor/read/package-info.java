/**
 * How {@code doctor} looks and mends: {@link org.clubpost.cli.doctor.read.AwsFacts} reads the facts from AWS's services
 * and, through {@link org.clubpost.cli.doctor.read.Dns}, from the DNS; {@link org.clubpost.cli.doctor.read.Repairs}
 * mends what can be mended safely.
 */
@NullMarked
package org.clubpost.cli.doctor.read;

import org.jspecify.annotations.NullMarked;
