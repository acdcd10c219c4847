/**
 * What the receiving side found out about a mail, and what that proves about its author.
 *
 * <p>{@link org.clubpost.mail.verdict.ReceivingBlock} is the block of header fields that SES, or our own SMTP server,
 * put on top of the mail: the envelope, the scan verdicts and the {@link
 * org.clubpost.mail.verdict.AuthenticationResults}. All below it was written by the sender and proves nothing. {@link
 * org.clubpost.mail.verdict.Author} reads the From field; {@link org.clubpost.mail.verdict.Sender} is the two put
 * together: a proven address, a claimed one, or nobody.
 */
@NullMarked
package org.clubpost.mail.verdict;

import org.jspecify.annotations.NullMarked;
