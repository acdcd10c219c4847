/**
 * The care of posts on their way: what people do to them, what happens by itself, and who is told.
 *
 * <p>{@link org.clubpost.core.care.Control} pauses, resumes, cancels and retries. {@link
 * org.clubpost.core.care.Supervise} starts posts whose time has come. {@link org.clubpost.core.care.Sweep} looks after
 * held posts. {@link org.clubpost.core.care.DeadLetters} parks a post whose message came again and again. {@link
 * org.clubpost.core.care.Tell} tells authors and owners.
 */
@NullMarked
package org.clubpost.core.care;

import org.jspecify.annotations.NullMarked;
