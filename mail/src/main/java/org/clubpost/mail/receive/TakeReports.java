package org.clubpost.mail.receive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.feedback.FeedbackId;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.clubpost.mail.report.Failed;
import org.clubpost.mail.report.MailReport;
import org.clubpost.mail.report.ReportReader;

/**
 * Reads reports about mails of ours, and tells what came back. Whom a report names counts for nothing: what it is about
 * is found by our own marks, which whoever wants to forge a report has to know. That a mail is late means nothing yet;
 * an automatic answer means nothing at all.
 *
 * @param marks finds our marks
 * @param ids the keys of addresses
 * @param cameBack told of what came back
 * @param discard discards the post that stands for the mail in the table
 */
record TakeReports(Marks marks, SubscriberIds ids, Consumer<Feedback> cameBack, Discard discard) {

    /** The post is settled last, so that all is told again, and does nothing then, if this dies. */
    Fate take(ReceivedMail mail) {
        var reason = Reason.of(Reason.Cause.BOUNCE);
        tell(mail);
        discard.discard(mail.read(), reason);
        return new Fate.Discarded(reason);
    }

    /** Tells what the mail reports, and does nothing to the mail. */
    void tell(ReceivedMail mail) {
        switch (ReportReader.read(mail.incoming().mail())) {
            case MailReport.BounceReport bounce -> bounced(mail, bounce);
            case MailReport.ComplaintReport complaint -> complained(mail, complaint);
            case MailReport.DelayNotice _,MailReport.NoReport _ -> {
                // Nothing came back.
            }
        }
    }

    private void bounced(ReceivedMail mail, MailReport.BounceReport report) {
        marks.byPath(mail.incoming(), report.original()).or(() -> marks.byWayOut(report.original())
                .filter(mark -> report.recipients().stream().anyMatch(failed -> isOf(failed, mark))))
                .filter(mark -> report.others().stream().noneMatch(other -> hasArrived(other, mark)))
                .ifPresent(mark -> tell(mail, mark, bounce(mail, failed(report.recipients(), mark))));
    }

    /** Who has the mail passed on to two places has got it when it reached one of them. */
    private boolean hasArrived(Failed other, Trace.Marked mark) {
        return other.hasArrived() && isOf(other, mark);
    }

    /** A copy comes back once. The report names several where the member has it passed on. */
    private Failed failed(List<Failed> recipients, Trace.Marked mark) {
        return recipients.stream().filter(failed -> isOf(failed, mark)).findFirst().orElse(recipients.getFirst());
    }

    private static Returned.Bounce bounce(ReceivedMail mail, Failed failed) {
        return new Returned.Bounce(failed.lasting(), failed.reason(), failed.status(), at(mail));
    }

    /** Somebody who passed the mail on may have got the report; it names whom they passed it on to. */
    private boolean isOf(Failed failed, Trace.Marked mark) {
        return EmailAddress.parse(failed.address()).filter(address -> ids.of(address).equals(mark.subscriber()))
                .isPresent();
    }

    private void complained(ReceivedMail mail, MailReport.ComplaintReport complaint) {
        complaint.kind().ifPresent(kind -> marks.byPath(mail.incoming(), complaint.original())
                .or(() -> marks.byWayOut(complaint.original()))
                .ifPresent(mark -> tell(mail, mark, new Returned.Complaint(kind, at(mail)))));
    }

    private void tell(ReceivedMail mail, Trace.Marked mark, Returned what) {
        cameBack.accept(new Feedback(FeedbackId.of(mark, what, name(mail)), mark, what));
    }

    /** What a report says of times is anything; when it came is certain. */
    private static Instant at(ReceivedMail mail) {
        return mail.post().id().storedAt();
    }

    /** The same report has the same one, also when it comes again. */
    private static String name(ReceivedMail mail) {
        var header = mail.incoming().own();
        return Optional.of("Message-ID").flatMap(header::value).or(() -> header.value("Date")).orElse("").strip();
    }
}
