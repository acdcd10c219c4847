/**
 * Everything on one machine, in one process: the same handlers and adapters as in AWS, on embedded parts. {@link
 * org.clubpost.local.LocalService} puts them together, and reads as the list of what there is.
 */
@NullMarked
package org.clubpost.local;

import org.jspecify.annotations.NullMarked;
