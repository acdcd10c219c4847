/**
 * Small values as people type them and as they are shown back: {@link org.clubpost.core.text.TimeSpan times} such as
 * {@code 5m}, {@link org.clubpost.core.text.ByteSize sizes} such as {@code 10M} and {@link
 * org.clubpost.core.text.CommaList lists}; and the {@link org.clubpost.core.text.Languages languages} that we write in.
 */
@NullMarked
package org.clubpost.core.text;

import org.jspecify.annotations.NullMarked;
