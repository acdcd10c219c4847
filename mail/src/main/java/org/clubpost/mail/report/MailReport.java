package org.clubpost.mail.report;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.suppression.Returned.Complaint;

/** What a mail says about a mail of ours that was on its way. */
public sealed interface MailReport {

    /**
     * A mail did not reach somebody, and its sender has given up (RFC 3464 section 2.3.3: failed).
     *
     * @param recipients who did not get it, at least one, in the order of the report
     * @param others of whom the report says something else, each with its own action: they wait still, or have it
     * @param original the mail that came back, as far as the report holds it
     */
    record BounceReport(List<Failed> recipients, List<Failed> others, Original original) implements MailReport {

        /** Copies the lists. */
        public BounceReport {
            recipients = List.copyOf(recipients);
            others = List.copyOf(others);
        }
    }

    /**
     * A mail is late, and its sender goes on trying (RFC 3464 section 2.3.3: delayed). Nothing has failed yet.
     *
     * @param recipients who has not got it yet, at least one, and why as far as anybody says
     * @param others who have it already, each with its own action
     * @param original the mail that waits, as far as the report holds it
     */
    record DelayNotice(List<Failed> recipients, List<Failed> others, Original original) implements MailReport {

        /** Copies the lists. */
        public DelayNotice {
            recipients = List.copyOf(recipients);
            others = List.copyOf(others);
        }
    }

    /**
     * Somebody, or somebody's mail provider, has something to say about a mail that did arrive (RFC 5965).
     *
     * @param feedbackType as in the field {@code Feedback-Type}, in lower case: {@code abuse}, {@code fraud}, {@code
     *        virus}, {@code other}, {@code not-spam} (RFC 6430), {@code opt-out}, {@code auth-failure} (RFC 6591)
     * @param kind what it means for the person; empty for a report about authentication, which no person caused
     * @param recipients whose complaint it is, as {@code Original-Rcpt-To} or the mail itself names them; often hidden,
     *        and then empty
     * @param original the mail that the complaint is about
     */
    record ComplaintReport(String feedbackType, Optional<Complaint.Kind> kind, List<String> recipients,
            Original original) implements MailReport {

        /** Copies the list. */
        public ComplaintReport {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Nothing of the kind: a person's mail, an automatic answer, a read receipt (RFC 8098), a report about a delivery
     * that worked, or one about many mails (RFC 8460, RFC 9990).
     */
    record NoReport() implements MailReport {}
}
