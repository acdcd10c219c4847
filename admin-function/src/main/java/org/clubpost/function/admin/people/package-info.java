/**
 * Who runs a list. {@link org.clubpost.function.admin.people.PeopleRoom} asks people and takes roles away, {@link
 * org.clubpost.function.admin.people.InvitationPage} is where somebody accepts.
 */
@NullMarked
package org.clubpost.function.admin.people;

import org.jspecify.annotations.NullMarked;
