package org.clubpost.mail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.PageText;

/** What a report is made of (RFC 6522), and also what parts of it broken reports have. How much is read is bounded. */
final class ReportParts {

    /** No more octets of a text or of fields are read. Real reports stay far below. */
    private static final int MOST_OCTETS = 64 << 10;
    private static final int MOST_PARTS = 60;
    private static final Set<String> STATUS = Set.of("delivery-status", "global-delivery-status", "x-delivery-status");
    private static final Set<String> MAIL = Set.of("rfc822", "global", "partial", "rfc822-headers", "global-headers",
            "external-body");

    private final List<String> texts = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Octets> statuses = new ArrayList<>();
    private final List<Octets> feedback = new ArrayList<>();
    private final List<Octets> mails = new ArrayList<>();
    private int left = MOST_PARTS;

    private ReportParts() {}

    static ReportParts of(Entity mail) {
        var parts = new ReportParts();
        parts.read(mail);
        return parts;
    }

    private void read(Entity entity) {
        Deadline.check();
        if (--left < 0) {
            return;
        }
        switch (entity.body()) {
            case Body.Multipart multipart -> multipart.parts().forEach(part -> read(part.entity()));
            case Body.Leaf(var octets) -> leaf(entity, entity.contentType(), octets);
            case Body.Edited _ -> {
                // Nobody edits a report.
            }
        }
    }

    private void leaf(Entity entity, ContentType type, Octets octets) {
        boolean isMessage = type.type().equals("message");
        if (isMessage && STATUS.contains(type.subtype())) {
            statuses.add(decoded(entity, octets));
        } else if (isMessage && type.subtype().equals("feedback-report")) {
            feedback.add(decoded(entity, octets));
        } else if ((isMessage || type.type().equals("text")) && MAIL.contains(type.subtype())) {
            mails.add(decoded(entity, octets));
        } else if (type.is("text", "html")) {
            pages.add(characters(entity, type, octets));
        } else if ((type.type().equals("text") || type.isMultipart()) && isNotice()) {
            texts.add(characters(entity, type, octets));
        }
    }

    /** What follows the fields, or the mail that came back, belongs to that mail. */
    private boolean isNotice() {
        return texts.isEmpty() || (statuses.isEmpty() && mails.isEmpty());
    }

    private static Octets decoded(Entity entity, Octets octets) {
        var beginning = octets.length() > MOST_OCTETS ? octets.slice(0, MOST_OCTETS) : octets;
        return TransferDecoder.decodeText(beginning, entity.transferEncoding()).orElse(beginning);
    }

    private static String characters(Entity entity, ContentType type, Octets octets) {
        return Charsets.read(decoded(entity, octets), type.parameter("charset").orElse(""));
    }

    /** What the report says to people, with LF line ends. */
    String notice() {
        var plain = String.join("\n", texts);
        var said = plain.isBlank()
                ? pages.stream().limit(1).flatMap(page -> PageText.lines(page).stream()).map(PageText.Line::text)
                        .collect(Collectors.joining("\n"))
                : plain;
        return said.substring(0, Math.min(said.length(), MOST_OCTETS)).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** What it says to programs about a delivery. */
    List<Octets> statuses() {
        return statuses;
    }

    /** What it says to programs about a complaint. */
    List<Octets> feedback() {
        return feedback;
    }

    /** The mail that it is about, or its header. */
    Optional<Octets> mail() {
        return mails.stream().findFirst();
    }
}
