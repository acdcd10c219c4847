package org.clubpost.site;

import java.util.Set;
import org.clubpost.core.list.ListId;

/**
 * What the front page is filled in with when it is shown.
 *
 * @param ticked the lists that are ticked
 * @param form the other fields, and what is wrong
 */
public record ListsForm(Set<ListId> ticked, SignUpForm form) {

    /** As it is shown first. */
    public static final ListsForm EMPTY = new ListsForm(Set.of(), SignUpForm.EMPTY);

    /** The same page with something against robots. */
    public ListsForm with(SignUpForm.AgainstRobots against) {
        return new ListsForm(ticked, form.with(against));
    }

    /** Copies the lists. */
    public ListsForm {
        ticked = Set.copyOf(ticked);
    }
}
