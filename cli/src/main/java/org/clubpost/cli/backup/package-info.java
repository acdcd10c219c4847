/** Commands that take all data along. */
@NullMarked
package org.clubpost.cli.backup;

import org.jspecify.annotations.NullMarked;
