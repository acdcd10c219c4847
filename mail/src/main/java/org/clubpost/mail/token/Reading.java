package org.clubpost.mail.token;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Octets;

/** The ways to read octets of which nobody says what they are. Each finds tokens that the others cannot. */
enum Reading {
    /** As they stand. */
    PLAIN(false, 0),
    /** As a page of HTML shows them. */
    OVER_TAGS(true, 0),
    /** With {@link UrlDefense} undone. */
    DEFENDED(false, 1),
    /** With {@link UrlDefense} undone in what a page of HTML shows. */
    DEFENDED_OVER_TAGS(true, 1),
    /** With {@link UrlDefense} undone twice. */
    DEFENDED_TWICE(false, 2);

    private final boolean overTags;
    private final int defended;

    Reading(boolean overTags, int defended) {
        this.overTags = overTags;
        this.defended = defended;
    }

    /** Those that may find something in there which is not found otherwise. */
    static List<Reading> of(Octets octets) {
        List<Reading> readings = new ArrayList<>(List.of(PLAIN));
        boolean hasTags = octets.indexOf((byte) '<', 0) >= 0;
        if (hasTags) {
            readings.add(OVER_TAGS);
        }
        if (UrlDefense.mayBeIn(octets)) {
            readings.add(DEFENDED);
            if (hasTags) {
                readings.add(DEFENDED_OVER_TAGS);
            }
            if (UrlDefense.mayBeTwiceIn(octets)) {
                readings.add(DEFENDED_TWICE);
            }
        }
        return readings;
    }

    /** Shows the characters, read so. */
    void show(Octets octets, Characters reader) {
        var shown = reader;
        for (int i = 0; i < defended; i++) {
            shown = UrlDefense.undoneFor(shown);
        }
        Scanner.scan(octets, shown, overTags);
    }
}
