/** The way out through any SMTP server (RFC 5321), over connections that are kept open from one mail to the next. */
@NullMarked
package org.clubpost.local.relay;

import org.jspecify.annotations.NullMarked;
