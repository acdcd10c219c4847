package org.clubpost.cli.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.text.Catalogue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.report.Failed;
import org.clubpost.mail.report.MailReport;
import org.clubpost.mail.report.ReportReader;

/**
 * What a mail reports, in words and for JSON.
 *
 * @param kind {@code bounce}, {@code delay}, {@code complaint}, or {@code other} for a mail that is no report
 * @param sentences a line for each recipient, and what the mail system says
 * @param fields the same as an object, without the file's name
 */
record Reported(String kind, List<String> sentences, Map<String, Object> fields) {

    private static final String OTHER = "other";
    private static final Catalogue TEXTS = Catalogue.of(Locale.ENGLISH);

    /** Reads a mail. */
    static Reported by(Octets mail) {
        return switch (ReportReader.read(MimeParser.parse(mail))) {
            case MailReport.BounceReport(var recipients, var others, _) -> of("bounce", recipients, others);
            case MailReport.DelayNotice(var recipients, var others, _) -> of("delay", recipients, others);
            case MailReport.ComplaintReport complaint -> of(complaint);
            case MailReport.NoReport _ -> new Reported(OTHER, List.of(), fields(OTHER, List.of()));
        };
    }

    /** Whether the mail is a report. */
    boolean isReport() {
        return !kind.equals(OTHER);
    }

    /** Who waits still stands with those who did not get the mail; whom it reached stands apart. */
    private static Reported of(String kind, List<Failed> recipients, List<Failed> others) {
        var waiting = others.stream().filter(each -> each.action().equals("delayed")).toList();
        var reached = others.stream().filter(each -> !each.action().equals("delayed")).toList();
        var missing = Stream.concat(recipients.stream(), waiting.stream()).toList();
        var fields = fields(kind, missing.stream().map(Reported::fields).toList());
        if (!reached.isEmpty()) {
            fields.put("others", reached.stream().map(Reported::reached).toList());
        }
        return new Reported(kind, Stream.concat(missing.stream().flatMap(Reported::sentences),
                reached.stream().map(each -> each.address() + switch (each.action()) {
                    case "relayed" -> ": the mail was passed on";
                    case "expanded" -> ": the mail was passed on to several";
                    default -> " got the mail";
                })).toList(), fields);
    }

    private static Map<String, Object> reached(Failed recipient) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("address", recipient.address());
        fields.put("action", recipient.action());
        fields.put("status", recipient.status());
        return fields;
    }

    private static Reported of(MailReport.ComplaintReport complaint) {
        var recipients = complaint.recipients().isEmpty() ? List.of("somebody") : complaint.recipients();
        var objects = complaint.recipients().stream().map(address -> Map.<String, Object>of("address", address))
                .toList();
        var fields = fields("complaint", objects);
        fields.put("feedback_type", complaint.feedbackType());
        return new Reported("complaint", recipients.stream()
                .map(address -> address + (complaint.feedbackType().equals("not-spam")
                        ? " says that the mail is no spam ("
                        : " complained of the mail (") + complaint.feedbackType() + ")")
                .toList(),
                fields);
    }

    private static Stream<String> sentences(Failed failed) {
        var codes = Stream.of(failed.reason().word(), failed.status(), failed.replyCode())
                .filter(code -> !code.isEmpty()).toList();
        var wanted = failed.address().equalsIgnoreCase(failed.finalAddress())
                ? failed.address()
                : failed.address() + ", forwarded to " + failed.finalAddress() + ",";
        var what = failed.action().equals("delayed")
                ? " has not got the mail yet"
                : " did not get the mail, " + (failed.isPermanent() ? "for good" : "for now");
        return Stream.of(wanted + what + ": " + sentence(failed.reason()) + " (" + String.join(", ", codes) + ")",
                failed.diagnostic().isEmpty() ? "" : "  " + failed.diagnostic()).filter(line -> !line.isEmpty());
    }

    private static String sentence(BounceReason reason) {
        var name = "bounce." + reason.word();
        return TEXTS.has(name) ? TEXTS.text(name, Map.of()) : reason.word().replace('-', ' ');
    }

    private static Map<String, Object> fields(String kind, List<Map<String, Object>> recipients) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", kind);
        fields.put("recipients", recipients);
        return fields;
    }

    private static Map<String, Object> fields(Failed failed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("address", failed.address());
        if (!failed.address().equalsIgnoreCase(failed.finalAddress())) {
            fields.put("final_address", failed.finalAddress());
        }
        fields.put("action", failed.action());
        fields.put("permanent", failed.isPermanent());
        fields.put("hard_bounce", failed.isDead());
        fields.put("status", failed.status());
        fields.put("reply_code", failed.replyCode());
        fields.put("reason", failed.reason().word());
        fields.put("diagnostic", failed.diagnostic());
        return fields;
    }
}
