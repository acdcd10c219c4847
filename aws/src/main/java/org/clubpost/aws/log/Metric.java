package org.clubpost.aws.log;

import java.util.Locale;

/**
 * What is counted in the lines of the log. The saved queries of {@code template.yaml} add it up with CloudWatch Logs
 * Insights. CloudWatch holds no metric of ours, because each costs 0.30 dollars a month.
 */
public enum Metric {
    /** Mails that became posts and go out, now or at their time. */
    POSTS,
    /** Copies that the provider took. */
    SENT,
    /** Copies that the provider refused for good. */
    FAILED,
    /** Mails that are held for somebody's decision. */
    HELD,
    /** Requests to join that were accepted. */
    SIGN_UPS,
    /** New members. */
    CONFIRMATIONS,
    /** Members who left. */
    LEAVES;

    /** The name of the field in a line, in small letters, such as {@code sign-ups}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
