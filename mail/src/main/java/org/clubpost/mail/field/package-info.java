/** Values of header fields: texts and mailboxes, read leniently with Angus Mail and written strictly. */
@NullMarked
package org.clubpost.mail.field;

import org.jspecify.annotations.NullMarked;
