/**
 * What the club's own programs are told. A {@link org.clubpost.core.event.Recorder} derives an {@link
 * org.clubpost.core.event.Event} from a change of a subscriber or a post. The database records it in the same step as
 * the change, so that neither is ever there without the other. {@link org.clubpost.core.event.PublishEvents} later hands
 * what was recorded ({@link org.clubpost.core.event.Events}) to a {@link org.clubpost.core.event.EventChannel}, and
 * removes what that has taken. What it dies over goes out again, as the same event with the same id.
 *
 * <p>These events are for programs of the club. No member ever gets one.
 */
@NullMarked
package org.clubpost.core.event;

import org.jspecify.annotations.NullMarked;
