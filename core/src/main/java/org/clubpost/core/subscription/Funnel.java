package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.clubpost.core.list.ListId;

/**
 * How far sign-ups get, as numbers of each list and day: nothing about a person. They are a help and no record: one more
 * or less does no harm. Every method may throw {@link org.clubpost.core.UnavailableException}; a repeated count counts
 * twice.
 */
public interface Funnel {

    /** How long the numbers of a day are kept. */
    Duration KEPT = Duration.ofDays(400);

    /** Counts nothing. */
    Funnel NONE = new Funnel() {

        @Override
        public void count(ListId list, LocalDate day, Step step) {
            // Nobody asks for it.
        }

        @Override
        public List<Day> days(ListId list, LocalDate from, LocalDate to) {
            return List.of();
        }
    };

    /** What is counted. */
    enum Step {
        /** Somebody asked to join and got the mail with the link. */
        ASKED,
        /** A link was opened for the first time, as far as this process remembers. Programs that scan mail open it too. */
        SHOWN,
        /** Somebody confirmed. */
        CONFIRMED
    }

    /**
     * The numbers of one day.
     *
     * @param day in the list's time zone
     * @param asked how many asked to join and got the mail with the link
     * @param shown how many links were opened, about
     * @param confirmed how many confirmed
     */
    record Day(LocalDate day, long asked, long shown, long confirmed) {}

    /** Counts one more. Concurrent calls all count. */
    void count(ListId list, LocalDate day, Step step);

    /**
     * The numbers of the days on which there was something to count, in order. A day is found for {@link #KEPT}, and
     * possibly longer.
     *
     * @param from the first day
     * @param to the last day, at most 400 days later
     */
    List<Day> days(ListId list, LocalDate from, LocalDate to);
}
