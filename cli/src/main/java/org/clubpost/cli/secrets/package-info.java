/** The keys with which links are signed. */
@NullMarked
package org.clubpost.cli.secrets;

import org.jspecify.annotations.NullMarked;
