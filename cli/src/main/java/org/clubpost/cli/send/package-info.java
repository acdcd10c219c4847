/** {@code ./clubpost test-send}: mails to the addresses with which SES tries out what may become of a mail. */
@NullMarked
package org.clubpost.cli.send;

import org.jspecify.annotations.NullMarked;
