/**
 * The prepared mail. {@link org.clubpost.mail.prepare.ListPreparation} rewrites a post and compiles it into a {@link
 * org.clubpost.mail.prepare.CompiledMail}: bytes that all members share and slots for what differs. {@link
 * org.clubpost.mail.prepare.StoredPreparedMails} opens a stored one, and each member's copy is made by copying bytes
 * and encoding a few short values. Nothing is parsed for a member.
 */
@NullMarked
package org.clubpost.mail.prepare;

import org.jspecify.annotations.NullMarked;
