/**
 * The second topic, for members: a plain word that a new post is out, and a welcome, for those who have chosen it. A
 * {@link org.clubpost.core.note.NoteRecorder} derives a {@link org.clubpost.core.note.NoteTask} from a change of a
 * member's choice or a post. The database records it in the same step as the change, and {@link
 * org.clubpost.core.note.CarryNotes} works it off later, with the {@link org.clubpost.core.note.Notes} of the
 * installation.
 *
 * <p>The same list of tasks has the mails to one person that follow from what that person did: the goodbye mail, which
 * must not be forgotten when a process dies after somebody left, and a link that somebody asked for. {@link
 * org.clubpost.core.note.Letters} writes them. So the functions behind the pages need no leave to send mail, and answer
 * in the same time whether or not there is anything to send.
 *
 * <p>A {@link org.clubpost.core.note.Note} has no room for anything about a person or for the words of a post. Events
 * ({@link org.clubpost.core.event.Event}) are something else, and never come here.
 */
@NullMarked
package org.clubpost.core.note;

import org.jspecify.annotations.NullMarked;
