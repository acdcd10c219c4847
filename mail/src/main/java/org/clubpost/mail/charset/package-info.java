/**
 * Characters as mail programs read them: one table of charsets for headers, texts and names of files, that of the
 * WHATWG Encoding Standard.
 */
@NullMarked
package org.clubpost.mail.charset;

import org.jspecify.annotations.NullMarked;
