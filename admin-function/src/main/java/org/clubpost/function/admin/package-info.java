/**
 * The function behind the rooms of those who run lists. {@link org.clubpost.function.admin.AdminHandler} hands each
 * request to the {@link org.clubpost.function.admin.frame frame}, which finds the room; {@link
 * org.clubpost.function.admin.Wiring} names all rooms.
 */
@NullMarked
package org.clubpost.function.admin;

import org.jspecify.annotations.NullMarked;
