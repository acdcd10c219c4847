/**
 * What is done to a post before it goes out. {@link org.clubpost.mail.step.Steps} names the
 * {@link org.clubpost.mail.step.Step steps} in their order; to know what happens to a mail, read that list.
 */
@NullMarked
package org.clubpost.mail.step;

import org.jspecify.annotations.NullMarked;
