package org.clubpost.cli.doctor.fact;

/**
 * What an account may send in a region.
 *
 * @param inProduction whether it is out of the sandbox
 * @param sends whether sending is switched on
 * @param enforcement SES's word for its standing: HEALTHY, PROBATION or SHUTDOWN
 * @param perDay so many mails in 24 hours; -1 for as many as one likes
 * @param perSecond so many in a second
 * @param sentToday so many were sent in the last 24 hours
 */
public record SendingAccount(boolean inProduction, boolean sends, String enforcement, double perDay, double perSecond,
        double sentToday) {}
