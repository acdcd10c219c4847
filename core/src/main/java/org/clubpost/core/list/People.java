package org.clubpost.core.list;

import java.util.List;

import org.clubpost.core.address.EmailAddress;

/**
 * Who runs a list, and who else may write to it.
 *
 * @param owners at least one; they are told what needs a person, and may always post
 * @param posters those who may post besides the owners
 */
public record People(List<EmailAddress> owners, List<EmailAddress> posters) {

    /** Copies the lists. */
    public People {
        owners = List.copyOf(owners);
        posters = List.copyOf(posters);
    }

    /** With other owners. */
    public People withOwners(List<EmailAddress> changed) {
        return new People(changed, posters);
    }

    /** With other posters. */
    public People withPosters(List<EmailAddress> changed) {
        return new People(owners, changed);
    }
}
