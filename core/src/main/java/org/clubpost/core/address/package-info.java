/** E-mail addresses and the names of people, in the forms in which it is safe to put them into a mail. */
@NullMarked
package org.clubpost.core.address;

import org.jspecify.annotations.NullMarked;
