/**
 * Who may come in, on every port of this machine: how many connections there may be, from where, and whose word counts
 * about where a request began. A newcomer finds a {@linkplain org.clubpost.local.door.Places place} because those who
 * say nothing lose theirs.
 */
@NullMarked
package org.clubpost.local.door;

import org.jspecify.annotations.NullMarked;
