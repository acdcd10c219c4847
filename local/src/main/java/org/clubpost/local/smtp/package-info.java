/**
 * Mail comes in here, where SES receives it in AWS. An SMTP server (RFC 5321) knows the lists' addresses, writes on top
 * of each mail what SES writes there, and stores the mail before it answers.
 */
@NullMarked
package org.clubpost.local.smtp;

import org.jspecify.annotations.NullMarked;
