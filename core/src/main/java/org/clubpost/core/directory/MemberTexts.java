package org.clubpost.core.directory;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.Contested;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * The texts about people that only owners see. Of each kind a person has one at most on a list. Every method may throw
 * {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface MemberTexts extends Contested {

    /**
     * The text as of now (a consistent read). One that {@linkplain MemberText#isExpired has expired} may or may not be
     * found.
     */
    Optional<MemberText> find(ListId list, SubscriberId person, MemberText.Kind kind);

    /** All of a person on a list; the same holds of those that have expired. */
    List<MemberText> of(ListId list, SubscriberId person);

    /**
     * Keeps this text in place of the one that was read.
     *
     * @param seen what {@link #find} gave
     * @param changed of the same list, person and kind
     * @return false when there is another one in the meantime; nothing is done then
     */
    boolean replace(Optional<MemberText> seen, MemberText changed);

    /** Forgets all of a person on a list. There may be none. */
    void forget(ListId list, SubscriberId person);
}
