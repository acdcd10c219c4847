/** What the time of an answer tells about an address: {@link org.clubpost.local.timing.SignUpTimesIT}. */
@NullMarked
package org.clubpost.local.timing;

import org.jspecify.annotations.NullMarked;
