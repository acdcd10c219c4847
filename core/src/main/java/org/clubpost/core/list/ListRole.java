package org.clubpost.core.list;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a list's addresses are for; each is the list's name with a suffix, as in {@code news-leave@lists.example.org}.
 */
public enum ListRole {

    /** {@code news@}: mail to it is a post. */
    POST(""),
    /**
     * {@code news-leave@}: mail to it with a leave token in its subject ends a membership (the mailto form of RFC 2369
     * section 3.2).
     */
    LEAVE("-leave"),
    /** {@code news-owner@}: reaches the people who run the list (RFC 2369 section 3.5). */
    OWNER("-owner"),
    /** {@code news-bounces@}: the envelope sender of all that the list sends (RFC 5321 section 3.9.2). */
    BOUNCES("-bounces");

    private final String suffix;

    ListRole(String suffix) {
        this.suffix = suffix;
    }

    /** What is put behind the list's name; empty for {@link #POST}. */
    public String suffix() {
        return suffix;
    }

    static Stream<String> suffixes() {
        return Arrays.stream(values()).map(ListRole::suffix).filter(suffix -> !suffix.isEmpty());
    }
}
