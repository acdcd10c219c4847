package org.clubpost.mail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.suppression.Returned.Complaint.Kind;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;

/** Complaints (RFC 5965), and the same of providers that have a form of their own. */
final class FeedbackReader {

    private static final int MOST = 50;
    private static final Pattern COMPLAINT = Pattern.compile("(?i)complaint about message from .{3,100}");
    private static final List<String> COMPLAINERS = List.of("staff@hotmail.com",
            "complaints@email-abuse.amazonses.com", "complaints@");

    private FeedbackReader() {}

    /** The complaint, if the mail is one. */
    static Optional<MailReport> read(Entity mail, ReportParts parts) {
        var type = mail.contentType();
        var original = new Original(parts.mail().map(MimeParser::header).orElse(Header.EMPTY));
        if (!parts.feedback().isEmpty() && (isFeedback(type) || !Senders.isPassedOn(mail.header()))) {
            return Optional.of(complaint(fields(parts.feedback().getFirst()), original));
        }
        if (isFeedback(type)) {
            return Optional.of(complaint(Header.EMPTY, original));
        }
        return isOwnForm(mail.header()) && parts.mail().isPresent()
                ? Optional.of(complaint(Header.EMPTY, original))
                : Optional.empty();
    }

    private static boolean isFeedback(ContentType type) {
        return type.is("multipart", "report")
                && type.parameter("report-type").filter("feedback-report"::equalsIgnoreCase).isPresent();
    }

    /** The fields may stand in several blocks, and blank lines before them. */
    private static Header fields(Octets octets) {
        var lines = new StringBuilder();
        octets.latin1().lines().limit(2_000).filter(line -> !line.isBlank())
                .forEach(line -> lines.append(line).append("\r\n"));
        return MimeParser.header(Octets.latin1(lines.append("\r\n").toString()));
    }

    /** Microsoft's and others' form from before RFC 5965. */
    private static boolean isOwnForm(Header header) {
        var from = header.value("From").orElse("").toLowerCase(Locale.ROOT);
        return COMPLAINERS.stream().anyMatch(from::contains)
                && header.value("Subject").filter(subject -> COMPLAINT.matcher(subject).lookingAt()).isPresent();
    }

    private static MailReport complaint(Header fields, Original original) {
        var type = fields.value("Feedback-Type").orElse("abuse").strip().toLowerCase(Locale.ROOT);
        return new MailReport.ComplaintReport(type, kind(type), recipients(fields, original), original);
    }

    /** RFC 5965 section 7.3, RFC 6430, RFC 6591. */
    private static Optional<Kind> kind(String type) {
        return switch (type) {
            case "abuse", "opt-out", "opt-out-list" -> Optional.of(Kind.ABUSE);
            case "not-spam" -> Optional.of(Kind.NOT_SPAM);
            case "auth-failure", "dmarc" -> Optional.empty();
            default -> Optional.of(Kind.OTHER);
        };
    }

    private static List<String> recipients(Header fields, Original original) {
        List<String> found = new ArrayList<>();
        for (var name : List.of("Original-Rcpt-To", "Removal-Recipient")) {
            fields.all(name).stream().limit(MOST).flatMap(field -> Spec.first(field.value()).stream())
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            original.header().value("X-HmXmrOriginalRecipient").flatMap(Spec::first).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(original.recipients());
        }
        return found.stream().distinct().toList();
    }
}
