/**
 * The one door: everything that an owner or the operator does goes through here, whether it comes from the command
 * line, a page or a mail.
 *
 * <p>An act begins with an {@link org.clubpost.core.act.Actor}. Its {@link org.clubpost.core.admin.Role} for the list
 * says which {@linkplain org.clubpost.core.admin.Permission permissions} it has; without the one that is needed the
 * {@link org.clubpost.core.admin.Answer} is denied. {@link org.clubpost.core.admin.RunLists}, {@link
 * org.clubpost.core.admin.KeepMembers} and {@link org.clubpost.core.admin.SteerPosts} do it. They hand the ports a
 * {@link org.clubpost.core.act.Deed}, and the database asks a {@link org.clubpost.core.admin.LogRecorder} within each
 * change what entry it is for the {@link org.clubpost.core.admin.ActLog}. So no act is forgotten, and none is logged
 * that did not happen. {@link org.clubpost.core.admin.Undo} takes an act back, unless something has changed since.
 *
 * <p>What members do themselves is recorded in the same way, and {@link org.clubpost.core.admin.History} tells it in
 * order.
 */
@NullMarked
package org.clubpost.core.admin;

import org.jspecify.annotations.NullMarked;
