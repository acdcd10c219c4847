package org.clubpost.core.list;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.clubpost.core.address.EmailAddress;

/**
 * Who runs a list, who else may write to it, and how long those who left are remembered.
 *
 * @param owners at least one; they are told what needs a person, and may always post
 * @param posters those who may post besides the owners
 * @param moderators those who decide about held posts besides the owners; they are told of these and of nothing else
 * @param notices how the owners are told
 * @param members how they are told who joins and leaves
 * @param forgetAfter how long after the end of a membership only a keyed hash of the address is left
 * @param logKept how long what was done is kept
 */
public record People(List<EmailAddress> owners, List<EmailAddress> posters, List<EmailAddress> moderators,
        OwnerNotices notices, MemberNotices members, Duration forgetAfter, LogKeeping logKept) {

    /** What a list that says nothing forgets after: two years. */
    public static final Duration USUAL_MEMORY = Duration.ofDays(730);

    /** Copies the lists. */
    public People {
        owners = List.copyOf(owners);
        posters = List.copyOf(posters);
        moderators = List.copyOf(moderators);
    }

    /** With a log that is kept as usual. */
    public People(List<EmailAddress> owners, List<EmailAddress> posters, List<EmailAddress> moderators,
            OwnerNotices notices, MemberNotices members, Duration forgetAfter) {
        this(owners, posters, moderators, notices, members, forgetAfter, LogKeeping.USUAL);
    }

    /** Without moderators. */
    public People(List<EmailAddress> owners, List<EmailAddress> posters, OwnerNotices notices, MemberNotices members,
            Duration forgetAfter) {
        this(owners, posters, List.of(), notices, members, forgetAfter);
    }

    /** With owners who are told as usual who joins and leaves, and the usual memory of those who left. */
    public People(List<EmailAddress> owners, List<EmailAddress> posters, OwnerNotices notices) {
        this(owners, posters, notices, MemberNotices.USUAL, USUAL_MEMORY);
    }

    /** Owners who are told of each thing by itself, and posters. */
    public People(List<EmailAddress> owners, List<EmailAddress> posters) {
        this(owners, posters, OwnerNotices.EACH);
    }

    /** Those and one more, each once. */
    public static List<EmailAddress> with(List<EmailAddress> all, EmailAddress more) {
        return Stream.concat(all.stream(), Stream.of(more)).distinct().toList();
    }

    /** Those without one. */
    public static List<EmailAddress> without(List<EmailAddress> all, EmailAddress gone) {
        return all.stream().filter(address -> !address.equals(gone)).toList();
    }

    /** Those without these. */
    public static List<EmailAddress> without(List<EmailAddress> all, List<EmailAddress> gone) {
        return all.stream().filter(address -> !gone.contains(address)).toList();
    }

    /** With other owners. */
    public People withOwners(List<EmailAddress> changed) {
        return new People(changed, posters, moderators, notices, members, forgetAfter, logKept);
    }

    /** With other posters. */
    public People withPosters(List<EmailAddress> changed) {
        return new People(owners, changed, moderators, notices, members, forgetAfter, logKept);
    }

    /** With other moderators. */
    public People withModerators(List<EmailAddress> changed) {
        return new People(owners, posters, changed, notices, members, forgetAfter, logKept);
    }

    /** Everybody who decides about held posts: the owners first, each once. */
    public List<EmailAddress> deciders() {
        return Stream.concat(owners.stream(), moderators.stream()).distinct().toList();
    }

    /** Whether somebody only decides about posts, and does not run the list. */
    public boolean isOnlyModerator(EmailAddress address) {
        return moderators.contains(address) && !owners.contains(address);
    }

    /** With owners who are told in another way. */
    public People withNotices(OwnerNotices changed) {
        return new People(owners, posters, moderators, changed, members, forgetAfter, logKept);
    }

    /** With owners who are told in another way who joins and leaves. */
    public People with(MemberNotices changed) {
        return new People(owners, posters, moderators, notices, changed, forgetAfter, logKept);
    }

    /** Remembering those who left for another time. */
    public People withForgetAfter(Duration changed) {
        return new People(owners, posters, moderators, notices, members, changed, logKept);
    }

    /** With a log that is kept for another time. */
    public People withLogKept(LogKeeping changed) {
        return new People(owners, posters, moderators, notices, members, forgetAfter, changed);
    }
}
