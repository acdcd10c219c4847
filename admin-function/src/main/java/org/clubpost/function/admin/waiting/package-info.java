/**
 * What waits for those who run a list: held posts, which are read and decided about, and people who want to be let in.
 */
@NullMarked
package org.clubpost.function.admin.waiting;

import org.jspecify.annotations.NullMarked;
