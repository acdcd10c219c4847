/**
 * The second topic, for members: a plain word that a new post is out, and a welcome, for those who have chosen it. A
 * {@link org.clubpost.core.note.NoteRecorder} derives a {@link org.clubpost.core.note.NoteTask} from a change of a
 * member's choice or a post. The database records it in the same step as the change, and {@link
 * org.clubpost.core.note.CarryNotes} works it off later, with the {@link org.clubpost.core.note.Notes} of the
 * installation.
 *
 * <p>A {@link org.clubpost.core.note.Note} has no room for anything about a person or for the words of a post. Events
 * ({@link org.clubpost.core.event.Event}) are something else, and never come here.
 */
@NullMarked
package org.clubpost.core.note;

import org.jspecify.annotations.NullMarked;
