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

    /**
     * Reads it. A form that does not ask leaves what is stored.
     *
     * @param zone where the list's days begin
     * @return the day, or no pause; empty when there can be no such pause
     */
    static Optional<Optional<LocalDate>> read(FormFields.Read fields, MemberSettings stored, Instant now,
            ZoneId zone) {
        if (!fields.values().containsKey(PAUSE_UNTIL)) {
            return Optional.of(stored.pausedUntil());
        }
        var text = fields.text(PAUSE_UNTIL).strip();
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> MemberSettings.mayPauseUntil(day, now, zone))
                    .map(Optional::of);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
