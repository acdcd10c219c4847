/**
 * What people may ask about themselves: to be told what is stored, and to be erased.
 *
 * <p>{@link org.clubpost.core.privacy.Disclose} gathers what is known of one person on all lists. {@link
 * org.clubpost.core.privacy.Erase} puts a keyed hash in their place, at once, and leaves a task for each list with
 * which {@link org.clubpost.core.privacy.EraseTraces} takes them out of everything else. {@link
 * org.clubpost.core.privacy.OwnLinks} says what the link is good for with which somebody asks. {@link
 * org.clubpost.core.privacy.ForgetFormer} does the same with those who left long ago. docs/privacy.md has the table of
 * all that is stored.
 */
@NullMarked
package org.clubpost.core.privacy;

import org.jspecify.annotations.NullMarked;
