package org.clubpost.core.outbox;

/**
 * What a provider lets an account send.
 *
 * @param perSecond mails a second, more than 0; infinite when there is no limit
 * @param perDay mails in any 24 hours; infinite when there is no limit
 * @param sentToday mails sent in the last 24 hours
 */
public record SendQuota(double perSecond, double perDay, double sentToday) {

    /**
     * @throws IllegalArgumentException when nothing at all may be sent in a second, or a number makes no sense
     */
    public SendQuota {
        if (!(perSecond > 0) || !(perDay >= 0) || !(sentToday >= 0)) {
            throw new IllegalArgumentException("no quota: " + perSecond + " a second, " + perDay + " a day");
        }
    }

    /** A quota of so many mails a second, and any number a day. */
    public static SendQuota ofRate(double perSecond) {
        return new SendQuota(perSecond, Double.POSITIVE_INFINITY, 0);
    }

    /** What is left of the day's mails when a share of them is kept back; not below 0. */
    double left(double reserve) {
        return Math.max(0, perDay * (1 - reserve) - sentToday);
    }
}
