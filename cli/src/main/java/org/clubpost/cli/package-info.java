/**
 * The admin's command line. {@link org.clubpost.cli.Clubpost} is where it begins; each command is a class in the
 * package named for what it works on. What a command works on is an {@link org.clubpost.cli.installation.Installation},
 * wherever that is.
 */
@NullMarked
package org.clubpost.cli;

import org.jspecify.annotations.NullMarked;
