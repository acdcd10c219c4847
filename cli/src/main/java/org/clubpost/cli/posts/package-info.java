/** {@code clubpost posts}: what was sent to a list, and what became of it. */
@NullMarked
package org.clubpost.cli.posts;

import org.jspecify.annotations.NullMarked;
