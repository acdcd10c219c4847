/**
 * What the owners of a list are told. {@link org.clubpost.core.owners.Owners} tells them at once, or, when much happens,
 * has it gathered: a {@link org.clubpost.core.owners.News} is stored, and {@link org.clubpost.core.owners.SendGathered}
 * later puts all news of a list into one letter. Nothing that owners are to know is ever dropped for a budget.
 */
@NullMarked
package org.clubpost.core.owners;

import org.jspecify.annotations.NullMarked;
