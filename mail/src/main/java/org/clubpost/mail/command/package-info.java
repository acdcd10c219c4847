/**
 * The commands that people give by mail: to join, to leave, to confirm, and to ask for help.
 *
 * <p>{@link org.clubpost.mail.command.Commands} is the list of them, and so the specification. Each is a small class that
 * says which address and which words stand for it, and what a mail asks for that gives it: a {@link
 * org.clubpost.mail.command.Wish}. It looks at the mail alone. {@link org.clubpost.mail.route} tells which command a mail
 * gives, and has it guarded; {@link org.clubpost.mail.receive} does what was asked for.
 */
@NullMarked
package org.clubpost.mail.command;

import org.jspecify.annotations.NullMarked;
