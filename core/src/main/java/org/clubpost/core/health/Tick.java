package org.clubpost.core.health;

import org.clubpost.core.suppression.BounceReason;

/** What is counted of a post, at most once for each member. */
public sealed interface Tick {

    /** The ways in which a copy can count; a member counts once in each. The names are stored, and never change. */
    enum Kind {
        /** It came back. */
        BOUNCED,
        /** It came back for good, and was really sent: this is what providers count. */
        REFUSED,
        /** The member complained of it. */
        COMPLAINED
    }

    /** In which way it counts. */
    Kind kind();

    /** What the number is called that goes up by one: letters, hyphens and nothing else. */
    default String counter() {
        return kind().name();
    }

    /**
     * The copy came back, for now or for good.
     *
     * @param reason why, as it was told first
     */
    record Bounced(BounceReason reason) implements Tick {

        @Override
        public Kind kind() {
            return Kind.BOUNCED;
        }

        @Override
        public String counter() {
            return reason.word();
        }
    }

    /** The copy was sent and refused for good. */
    record Refused() implements Tick {

        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /** The member complained of the copy. */
    record Complained() implements Tick {

        @Override
        public Kind kind() {
            return Kind.COMPLAINED;
        }
    }
}
