/**
 * The function behind the links with which owners and authors decide about a held mail, and those of the two schedules.
 * {@link org.clubpost.function.moderate.ModerateHandler} shows what is to be decided and does it, {@link
 * org.clubpost.function.moderate.SweepHandler} drops mails about which nobody decided, and {@link
 * org.clubpost.function.moderate.SuperviseHandler} starts the posts whose time has come.
 */
@NullMarked
package org.clubpost.function.moderate;

import org.jspecify.annotations.NullMarked;
