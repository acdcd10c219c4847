package org.clubpost.core.list.setting;

import java.util.Optional;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.QuietHours;

/**
 * Quiet hours as somebody types them: {@code 22:00-07:00} of the list's own zone, or with a zone behind, which then
 * becomes the list's.
 *
 * @param hours the hours, in UTC when no zone was typed
 * @param hasZone whether one was typed
 */
record TypedQuietHours(QuietHours hours, boolean hasZone) {

    /** Those of a list. */
    static TypedQuietHours of(Dispatch dispatch) {
        return new TypedQuietHours(dispatch.quiet(), true);
    }

    /** Reads them; empty when they are none. */
    static Optional<TypedQuietHours> parse(String text) {
        return text.indexOf(' ') >= 0
                ? QuietHours.parse(text).map(hours -> new TypedQuietHours(hours, true))
                : QuietHours.parse(text.isEmpty() ? "" : text + " UTC").map(hours -> new TypedQuietHours(hours, false));
    }

    /** What they make of how a list's posts go out. */
    Dispatch in(Dispatch dispatch) {
        return dispatch.withQuiet(hasZone ? hours : hours.in(dispatch.zone()));
    }
}
