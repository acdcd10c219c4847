/**
 * Calls of programs that may be repeated. A program gives a call a name. {@link org.clubpost.core.call.CallOnce} notes it
 * in {@link org.clubpost.core.call.Calls} before it does anything, and what came of it afterwards, so that the same call
 * made again gets the same answer and does nothing twice.
 */
@NullMarked
package org.clubpost.core.call;

import org.jspecify.annotations.NullMarked;
