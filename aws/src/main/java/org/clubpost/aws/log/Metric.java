package org.clubpost.aws.log;

import java.util.Locale;

/**
 * What is counted in the lines of the log. The saved queries of {@code template.yaml} add it up with CloudWatch Logs
 * Insights. CloudWatch holds no metric of ours, because each costs 0.30 dollars a month; one filter makes a metric of
 * {@link #UNCHECKED}, which costs nothing while there is none.
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
    /** Mails that came without what SES finds: its block of header fields is not there, or not as we know it. */
    UNCHECKED,
    /** Requests to join that were accepted. */
    SIGN_UPS,
    /** New members. */
    CONFIRMATIONS,
    /** Members who left. */
    LEAVES,
    /** Mails that did not reach their recipient. */
    BOUNCES,
    /** Mails that their recipient did not want. */
    COMPLAINTS;

    /** The name of the field in a line, in small letters, such as {@code sign-ups}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
