/**
 * Reports of mail systems, read: what came back (RFC 3464, and the free forms of the world), what waits, and who
 * complained (RFC 5965). {@link org.clubpost.mail.report.ReportReader} makes a {@link org.clubpost.mail.report.MailReport}
 * of any mail at all, and of nearly all mails that there is no report in it.
 *
 * <p>What the mail systems write stands in resource files, one kind a file: {@code forms} (how a system's report looks),
 * {@code reasons} (which words stand for which reason), {@code hosts} (words that mean something else when a certain host
 * says them) and {@code codes.rules}. The classes only know how such files are applied.
 *
 * <p>A stranger can send any report. So what is read of it is bounded, and each part of the work takes time that grows no
 * faster than the mail.
 */
@NullMarked
package org.clubpost.mail.report;

import org.jspecify.annotations.NullMarked;
