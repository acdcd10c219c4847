package org.clubpost.cli.doctor.fact;

/**
 * What an account may send in a region.
 *
 * @param inProduction whether it is out of the sandbox
 * @param sends whether sending is switched on
 * @param enforcement SES's word for its standing: HEALTHY, PROBATION or SHUTDOWN
 * @param perDay how many mails it may send in 24 hours; -1 for no limit
 * @param perSecond how many mails it may send in a second
 * @param sentToday how many mails it sent in the last 24 hours
 * @param plan SES's word for the pricing plan: NONE, ESSENTIALS, PRO or ENTERPRISE; empty when it does not say
 * @param nextPlan the plan from the next month on; empty when it stays
 */
public record SendingAccount(boolean inProduction, boolean sends, String enforcement, double perDay, double perSecond,
        double sentToday, String plan, String nextPlan) {}
