package org.clubpost.mail.verdict;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the receiving side's scan for spam or for viruses said (SES Developer Guide, "Contents of notifications for
 * receiving").
 */
public enum ScanVerdict {

    /** Nothing was found. */
    PASS,
    /** It is spam, or holds a virus. */
    FAIL,
    /** The scan could not tell. */
    GRAY,
    /** The scan broke. */
    PROCESSING_FAILED,
    /** There was no scan, or its verdict is not one of the known words. */
    NOT_SCANNED;

    static ScanVerdict parse(String word) {
        return Stream.of(values()).filter(verdict -> verdict.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst().orElse(NOT_SCANNED);
    }
}
