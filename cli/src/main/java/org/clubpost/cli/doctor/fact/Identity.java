package org.clubpost.cli.doctor.fact;

import java.util.List;

/**
 * A domain as SES knows it.
 *
 * @param verified whether one may send from it
 * @param dkim how DKIM stands
 * @param mailFrom how the custom MAIL FROM domain stands
 * @param forwardsFeedback whether SES mails each bounce and complaint to the sender of the mail that it is about
 */
public record Identity(boolean verified, Dkim dkim, MailFrom mailFrom, boolean forwardsFeedback) {

    /**
     * Easy DKIM.
     *
     * @param signs whether mails are signed
     * @param status SES's word: SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE or NOT_STARTED
     * @param tokens the tokens of the three records
     * @param zone what the records point into, such as {@code dkim.amazonses.com}
     */
    public record Dkim(boolean signs, String status, List<String> tokens, String zone) {

        /** Copies the list. */
        public Dkim {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * The custom MAIL FROM domain.
     *
     * @param domain such as {@code bounce.lists.example.org}; empty when there is none
     * @param status SES's word: SUCCESS, PENDING, FAILED or TEMPORARY_FAILURE; empty when there is none
     */
    public record MailFrom(String domain, String status) {}
}
