package org.clubpost.function.unsubscribe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.clubpost.aws.event.FormFields;
import org.clubpost.core.subscriber.MemberSettings;

/** Until when a member pauses, as the form says it: {@value #PAUSE_UNTIL} is a day, such as 2026-12-31, or empty. */
final class PauseField {

    static final String PAUSE_UNTIL = "pause-until";

    private PauseField() {}

    /** What the form says. */
    sealed interface Said {

        /**
         * This.
         *
         * @param until the day, or no pause
         */
        record Chosen(Optional<LocalDate> until) implements Said {}

        /** Nothing that can be. */
        record Wrong() implements Said {}
    }

    /**
     * Reads it. A form that does not ask leaves what is stored.
     *
     * @param zone where the list's days begin
     */
    static Said read(FormFields.Read fields, MemberSettings stored, Instant now, ZoneId zone) {
        if (!fields.values().containsKey(PAUSE_UNTIL)) {
            return new Said.Chosen(stored.pausedUntil());
        }
        var text = fields.text(PAUSE_UNTIL).strip();
        if (text.isEmpty()) {
            return new Said.Chosen(Optional.empty());
        }
        try {
            var day = LocalDate.parse(text);
            return MemberSettings.mayPauseUntil(day, now, zone)
                    ? new Said.Chosen(Optional.of(day))
                    : new Said.Wrong();
        } catch (DateTimeParseException noDay) {
            return new Said.Wrong();
        }
    }
}
