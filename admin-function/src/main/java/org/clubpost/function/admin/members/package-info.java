/**
 * The members of a list: {@link org.clubpost.function.admin.members.MembersRoom} shows them, finds some and changes several
 * together; {@link org.clubpost.function.admin.members.MemberRoom} is about one.
 */
@NullMarked
package org.clubpost.function.admin.members;

import org.jspecify.annotations.NullMarked;
