package org.clubpost.cli.doctor.check;

import org.clubpost.core.list.ListId;

/** Something that {@code --fix} may do. It takes nothing away from anybody, and doing it again does no harm. */
public sealed interface Repair {

    /**
     * Activates our own set of receipt rules, but only when no set is active.
     *
     * @param set its name
     */
    record ActivateRules(String set) implements Repair {}

    /**
     * Switches on one of our rules, with its scan.
     *
     * @param set the set that it is in
     * @param rule its name
     */
    record EnableRule(String set, String rule) implements Repair {}

    /**
     * Makes the receipt rule of a list that has none.
     *
     * @param list which list
     */
    record MakeRule(ListId list) implements Repair {}

    /**
     * Has SES look for the DKIM records again.
     *
     * @param domain the domain of the records
     */
    record VerifyAgain(String domain) implements Repair {}

    /**
     * Has SES look for the records of the MAIL FROM domain again.
     *
     * @param domain the identity
     * @param mailFrom the MAIL FROM domain, which stays
     */
    record VerifyMailFromAgain(String domain, String mailFrom) implements Repair {}

    /**
     * Has the mail with the link to confirm sent again.
     *
     * @param topic the SNS topic
     * @param endpoint to whom
     */
    record AskAgain(String topic, String endpoint) implements Repair {}
}
