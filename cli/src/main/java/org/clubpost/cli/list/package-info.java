/** {@code clubpost list}: the lists and their settings. */
@NullMarked
package org.clubpost.cli.list;

import org.jspecify.annotations.NullMarked;
