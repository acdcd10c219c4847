package org.clubpost.core.outbox;

/** Counts the mails of each second over all workers, wherever they run. Safe for use by many threads. */
public interface SharedRate {

    /**
     * Claims the right to send some mails in a second.
     *
     * @param epochSecond which second
     * @param wanted how many, at least 1
     * @param most how many all workers together may claim for that second
     * @return how many of them are granted, 0 to {@code wanted}; concurrent claims together are never granted more than
     *         {@code most}
     * @throws org.clubpost.core.UnavailableException safe to repeat; may then have claimed more than it returned
     */
    int claim(long epochSecond, int wanted, int most);
}
