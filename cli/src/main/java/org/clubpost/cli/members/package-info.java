/** {@code clubpost members}: who is on a list. */
@NullMarked
package org.clubpost.cli.members;

import org.jspecify.annotations.NullMarked;
