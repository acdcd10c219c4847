package org.clubpost.core.subscriber;

import org.clubpost.core.suppression.BounceReason;

/** Why the list's mail is not sent to a member any more, though nobody took them off. */
public sealed interface Stopped {

    /**
     * Mail to the member came back again and again, and so did a mail that was to find out.
     *
     * @param reason why the last one came back
     */
    record Bouncing(BounceReason reason) implements Stopped {

        private static final String PREFIX = "bouncing ";

        @Override
        public String written() {
            return PREFIX + reason.word();
        }
    }

    /** The member, or the member's mail provider, complained of the list's mail. */
    record Complaint() implements Stopped {

        private static final String WORD = "complaint";

        @Override
        public String written() {
            return WORD;
        }
    }

    /** As it is stored; {@link #parse} reads it. */
    String written();

    /** Reads what {@link #written} gives. Of what only another version knows, the reason is not known. */
    static Stopped parse(String written) {
        if (written.equals(Complaint.WORD)) {
            return new Complaint();
        }
        return new Bouncing(written.startsWith(Bouncing.PREFIX)
                ? BounceReason.parse(written.substring(Bouncing.PREFIX.length())).orElse(BounceReason.UNDEFINED)
                : BounceReason.UNDEFINED);
    }
}
