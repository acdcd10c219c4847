/** A mailing list: its identity, its people and its settings, and the port under which lists are kept. */
@NullMarked
package org.clubpost.core.list;

import org.jspecify.annotations.NullMarked;
