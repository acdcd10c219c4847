package org.clubpost.core.list;

/**
 * How the owners of a list are told who joins, who leaves, and whom its mail does not reach.
 *
 * @param joins who joins
 * @param leaves who leaves, and why as far as they say it
 * @param bounces whose mail comes back, who complained, and what became of it
 */
public record MemberNotices(Pace joins, Pace leaves, Pace bounces) {

    /** Of a list that says nothing. */
    public static final MemberNotices USUAL = new MemberNotices(Pace.EACH, Pace.DAILY, Pace.DAILY);

    /** How often they are told. */
    public enum Pace {
        /** Each by itself, or together with others as {@link OwnerNotices} says. */
        EACH,
        /** Together, once a day. */
        DAILY,
        /** Together, once a week. */
        WEEKLY,
        /** Not at all. */
        NEVER
    }

    /** Told of mail that comes back once a day. */
    public MemberNotices(Pace joins, Pace leaves) {
        this(joins, leaves, Pace.DAILY);
    }

    /** With another pace for whose mail comes back. */
    public MemberNotices withBounces(Pace changed) {
        return new MemberNotices(joins, leaves, changed);
    }

    /** With another pace for who joins. */
    public MemberNotices withJoins(Pace changed) {
        return new MemberNotices(changed, leaves, bounces);
    }

    /** With another pace for who leaves. */
    public MemberNotices withLeaves(Pace changed) {
        return new MemberNotices(joins, changed, bounces);
    }
}
