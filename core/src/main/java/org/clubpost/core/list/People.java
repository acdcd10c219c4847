package org.clubpost.core.list;

import java.util.List;

import org.clubpost.core.address.EmailAddress;

/**
 * Who runs a list, and who else may write to it.
 *
 * @param owners at least one; they are told what needs a person, and may always post
 * @param posters those who may post besides the owners
 * @param notices how the owners are told
 */
public record People(List<EmailAddress> owners, List<EmailAddress> posters, OwnerNotices notices) {

    /** Copies the lists. */
    public People {
        owners = List.copyOf(owners);
        posters = List.copyOf(posters);
    }

    /** Owners who are told of each thing by itself, and posters. */
    public People(List<EmailAddress> owners, List<EmailAddress> posters) {
        this(owners, posters, OwnerNotices.EACH);
    }

    /** With other owners. */
    public People withOwners(List<EmailAddress> changed) {
        return new People(changed, posters, notices);
    }

    /** With other posters. */
    public People withPosters(List<EmailAddress> changed) {
        return new People(owners, changed, notices);
    }

    /** With owners who are told in another way. */
    public People withNotices(OwnerNotices changed) {
        return new People(owners, posters, changed);
    }
}
