package org.clubpost.mail.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;

/**
 * Reads a report of a mail system into a value. Any mail at all can be read; nearly all are {@link
 * MailReport.NoReport}. Has no state, and is safe for use by many threads.
 */
public final class ReportReader {

    /** Gateways wrap a report into one of their own. */
    private static final int MOST_WRAPPED = 2;
    private static final Set<String> STATUS_REPORTS = Set.of("delivery-status", "global-delivery-status");

    private ReportReader() {}

    /** What the mail reports. */
    public static MailReport read(Entity mail) {
        return read(mail, MOST_WRAPPED);
    }

    private static MailReport read(Entity mail, int wrapped) {
        var parts = ReportParts.of(mail);
        return FeedbackReader.read(mail, parts)
                .or(() -> delivery(mail, parts, wrapped))
                .orElseGet(MailReport.NoReport::new);
    }

    private static Optional<MailReport> delivery(Entity mail, ReportParts parts, int wrapped) {
        boolean isBySystem = Senders.isSystem(mail.header());
        boolean isReport = isStatusReport(mail.contentType());
        if (isOtherReport(mail.contentType()) && !isRefusal(mail.header())) {
            return Optional.empty();
        }
        var text = parts.notice();
        var notice = Notice.of(text);
        var form = Form.of(mail.header(), isBySystem || isReport, notice);
        if (!isReport && !(isBySystem && !parts.statuses().isEmpty()) && form.isEmpty()) {
            return wrapped(parts, isBySystem, wrapped);
        }
        var original = new Original(parts.mail().map(MimeParser::header).filter(header -> !header.lines().isEmpty())
                .orElse(notice.returned()));
        var recipients = new Recipients(mail.header(), form, notice, original);
        return Stream.<Supplier<List<Candidate>>>of(
                () -> parts.statuses().stream().limit(5)
                        .flatMap(status -> StatusReader.read(StatusFields.in(status)).stream()).toList(),
                () -> StatusReader.read(StatusFields.in(text)),
                recipients::named)
                .map(Supplier::get).filter(found -> !found.isEmpty()).findFirst()
                .map(found -> report(recipients.judged(found), original))
                .or(() -> wrapped(parts, isBySystem || isReport, wrapped))
                .or(() -> Optional.of(recipients.guessed()).filter(found -> !found.isEmpty())
                        .map(found -> report(recipients.judged(found), original)));
    }

    /** RFC 3464 section 1, RFC 6533 section 5; a type that nobody gave is that of most reports. */
    private static boolean isStatusReport(ContentType type) {
        return (type.is("multipart", "report") && !isOtherReport(type)) || type.is("message", "delivery-status")
                || type.is("message", "global-delivery-status");
    }

    /** Read receipts (RFC 8098), and reports about many mails (RFC 8460). */
    private static boolean isOtherReport(ContentType type) {
        return type.is("multipart", "report") && type.parameter("report-type")
                .filter(name -> !STATUS_REPORTS.contains(name.strip().toLowerCase(Locale.ROOT))).isPresent();
    }

    /** Sieve's refusals have the form of read receipts (RFC 5429 section 2.2). */
    private static boolean isRefusal(Header header) {
        return header.value("Auto-Submitted").filter(value -> value.contains("(rejected)")).isPresent();
    }

    private static Optional<MailReport> wrapped(ReportParts parts, boolean isReport, int left) {
        return Optional.of(parts).filter(_ -> isReport && left > 0).flatMap(ReportParts::mail)
                .map(octets -> read(MimeParser.parse(octets), left - 1))
                .filter(report -> !(report instanceof MailReport.NoReport));
    }

    private static MailReport report(List<Failed> all, Original original) {
        var byAction = all.stream().collect(Collectors.groupingBy(Failed::action));
        var failed = byAction.getOrDefault("failed", List.of());
        var delayed = byAction.getOrDefault("delayed", List.of());
        if (failed.isEmpty() && delayed.isEmpty()) {
            return new MailReport.NoReport();
        }
        var others = all.stream()
                .filter(each -> !each.action().equals(failed.isEmpty() ? "delayed" : "failed")).toList();
        return failed.isEmpty()
                ? new MailReport.DelayNotice(delayed, others, original)
                : new MailReport.BounceReport(failed, others, original);
    }

    /** The addresses that a report went to or came from. */
    static List<String> ours(Header header) {
        return written(header, "To", "From", "Delivered-To", "X-Original-To");
    }

    /** The addresses that a report went to. */
    static List<String> to(Header header) {
        return written(header, "To", "Delivered-To", "X-Original-To");
    }

    private static List<String> written(Header header, String... names) {
        return Stream.of(names).flatMap(name -> Addresses.in(header, name).stream()).map(EmailAddress::written)
                .toList();
    }
}
