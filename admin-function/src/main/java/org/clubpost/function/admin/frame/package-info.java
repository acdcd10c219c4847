/**
 * What all rooms have in common. {@link org.clubpost.function.admin.frame.Rooms} finds the {@link
 * org.clubpost.function.admin.frame.Room} at a path. {@link org.clubpost.function.admin.frame.Doorway} lets those in who are
 * signed in and have a role, and checks what their forms send. The room gets a {@link
 * org.clubpost.function.admin.frame.RoomVisit} and gives a {@link org.clubpost.function.admin.frame.RoomAnswer}, which
 * {@link org.clubpost.function.admin.frame.Frame} makes a page of.
 *
 * <p>A room of one's own: a package beside this one with a class that implements {@code Room}, its templates beside that
 * class, its words in the section of that name in {@code words/XX.properties}, its style in the section of that name in
 * {@code rooms.css}, and one line in {@code Wiring}.
 */
@NullMarked
package org.clubpost.function.admin.frame;

import org.jspecify.annotations.NullMarked;
