/** The way out: one mail to one recipient, and what became of it. */
@NullMarked
package org.clubpost.core.outbox;

import org.jspecify.annotations.NullMarked;
