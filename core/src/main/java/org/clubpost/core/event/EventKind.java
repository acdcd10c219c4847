package org.clubpost.core.event;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of events. Their codes are stored and published: a code that was in use keeps its meaning. */
public enum EventKind {

    /** {@link Event.MemberConfirmed}. */
    MEMBER_CONFIRMED("member.confirmed"),
    /** {@link Event.MemberLeft}. */
    MEMBER_LEFT("member.left"),
    /** {@link Event.MemberRemoved}. */
    MEMBER_REMOVED("member.removed"),
    /** {@link Event.MemberSuppressed}. */
    MEMBER_SUPPRESSED("member.suppressed"),
    /** {@link Event.AddressChanged}. */
    ADDRESS_CHANGED("address.changed"),
    /** {@link Event.PostSent}. */
    POST_SENT("post.sent"),
    /** {@link Event.PostHeld}. */
    POST_HELD("post.held");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    /** Such as {@code member.confirmed}. */
    public String code() {
        return code;
    }

    /** The kind with that code; empty when there is none. */
    public static Optional<EventKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
