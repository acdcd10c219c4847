/**
 * Small values as people type and see them: {@link org.clubpost.core.text.TimeSpan times} such as {@code 5m}, {@link
 * org.clubpost.core.text.ByteSize sizes} such as {@code 10M}, and {@link org.clubpost.core.text.CommaList lists}. The
 * {@link org.clubpost.core.text.Languages languages} that we write in are here as well, and their {@link
 * org.clubpost.core.text.Catalogue texts}.
 */
@NullMarked
package org.clubpost.core.text;

import org.jspecify.annotations.NullMarked;
