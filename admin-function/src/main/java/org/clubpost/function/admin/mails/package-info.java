/** The mails of a list as those who run it see them: on a page, in a frame of their own, and their files. */
@NullMarked
package org.clubpost.function.admin.mails;

import org.jspecify.annotations.NullMarked;
