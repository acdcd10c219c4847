package org.clubpost.aws.log;

import java.util.Locale;

/** What is counted in CloudWatch, in the namespace {@value #NAMESPACE}, for each installation. */
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

    /** The namespace of all. */
    public static final String NAMESPACE = "Clubpost";

    /** The only dimension: the name of the installation's stack. */
    public static final String DIMENSION = "Stack";

    /** The name in CloudWatch. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
