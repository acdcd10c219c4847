/**
 * The words of the rooms. They are a catalogue of their own, in the files beside {@link
 * org.clubpost.function.admin.words.Words}, so that no other function carries them.
 */
@NullMarked
package org.clubpost.function.admin.words;

import org.jspecify.annotations.NullMarked;
