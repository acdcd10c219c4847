package org.clubpost.core.act;

import java.util.Optional;

/**
 * What a change is to the log: who makes it, and as what. The ports of lists, members and posts take it ({@code by}),
 * and record the entry together with each change.
 *
 * @param actor who
 * @param extent whether it is an act by itself
 * @param undoes the entry of the act that it undoes
 */
public record Deed(Actor actor, Extent extent, Optional<EntryId> undoes) {

    /** How much an act is about. */
    public enum Extent {
        /** One thing: it is an entry of the list's log, and of the member's history. */
        SINGLE,
        /**
         * One of the many that one act is about, such as an import. It is in the member's history only; whoever does
         * the act writes one entry about all of them into the list's log.
         */
        PART
    }

    /** An act by itself. */
    public static Deed of(Actor actor) {
        return new Deed(actor, Extent.SINGLE, Optional.empty());
    }

    /** A part of an act on many. */
    public static Deed partOf(Actor actor) {
        return new Deed(actor, Extent.PART, Optional.empty());
    }

    /** An act that undoes another. */
    public static Deed undoing(Actor actor, EntryId entry) {
        return new Deed(actor, Extent.SINGLE, Optional.of(entry));
    }
}
