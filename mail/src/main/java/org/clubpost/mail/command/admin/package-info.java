/**
 * Commands that those who run a list send by mail to {@code news-admin@}.
 *
 * <p>{@link org.clubpost.mail.command.admin.AdminCommands} reads the mail line by line. Each line begins with a {@link
 * org.clubpost.mail.command.admin.Command}, one small class each; {@link org.clubpost.mail.command.admin.Commands} lists
 * them. A command reads what stands behind its name and gives an {@link org.clubpost.mail.command.admin.Order}, which is
 * carried out at a {@link org.clubpost.mail.command.admin.Desk}, through {@link org.clubpost.core.admin}. The answer to
 * the notice of a held post is read as a {@link org.clubpost.mail.command.admin.Decision}.
 */
@NullMarked
package org.clubpost.mail.command.admin;

import org.jspecify.annotations.NullMarked;
