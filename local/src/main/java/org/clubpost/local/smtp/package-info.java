/**
 * Mail in, where SES receives in AWS: an SMTP server (RFC 5321) that knows the lists' addresses, writes on top of each
 * mail what SES writes there, and stores it before it answers.
 */
@NullMarked
package org.clubpost.local.smtp;

import org.jspecify.annotations.NullMarked;
