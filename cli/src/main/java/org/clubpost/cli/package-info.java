/**
 * The admin's command line. {@link org.clubpost.cli.Clubpost} is where it begins; each command is a class, in the
 * package named after what it works on. Commands work on an {@link org.clubpost.cli.installation.Installation},
 * wherever that is.
 */
@NullMarked
package org.clubpost.cli;

import org.jspecify.annotations.NullMarked;
