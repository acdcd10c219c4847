package org.clubpost.core.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * A text about a person on a list that only owners see.
 *
 * @param list the list
 * @param person the key under which it is kept
 * @param kind what it is
 * @param text the text; of what was replaced it may be empty
 * @param by what replaced it; empty for a remark
 * @param at when it was written, or replaced, to the millisecond
 */
public record MemberText(ListId list, SubscriberId person, Kind kind, String text, String by, Instant at) {

    /** For how long it is kept what a change replaced, so that it can be undone. */
    public static final Duration UNDO = Duration.ofDays(14);
    /** The longest remark, in UTF-16 units. */
    public static final int LONGEST = 2_000;

    /** What a text is. The names are stored. */
    public enum Kind {
        /** What owners remark about a member. */
        REMARK,
        /** The remark before the last change of it. */
        REMARK_BEFORE,
        /** The name before an owner changed it last. */
        NAME_BEFORE,
        /** The address before an owner changed it. It is kept under the key of that address. */
        ADDRESS_BEFORE
    }

    /** Cuts the time. */
    public MemberText {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A remark. */
    public static MemberText remark(ListId list, SubscriberId person, String text, Instant now) {
        return new MemberText(list, person, Kind.REMARK, text, "", now);
    }

    /** When it is kept no longer; empty for as long as the person is known. */
    public Optional<Instant> expiresAt() {
        return kind == Kind.REMARK ? Optional.empty() : Optional.of(at.plus(UNDO));
    }

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        return expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Says of whom it is and what, and not the text. */
    @Override
    public String toString() {
        return "MemberText[" + list + " " + person.hex() + " " + kind + "]";
    }
}
