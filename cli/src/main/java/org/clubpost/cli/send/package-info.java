/**
 * {@code ./clubpost test-send}: mails to the addresses of SES's simulator, each of which plays one thing that may
 * become of a mail.
 */
@NullMarked
package org.clubpost.cli.send;

import org.jspecify.annotations.NullMarked;
