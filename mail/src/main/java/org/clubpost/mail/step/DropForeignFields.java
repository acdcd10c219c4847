package org.clubpost.mail.step;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;

/**
 * Removes the header fields that must not go on to members. These are signatures that our changes break (RFC 6377
 * section 5.2), and verdicts and orders of the receiving side, which SES would obey or trip over. They are also
 * requests for receipts, passwords, other lists' fields (RFC 2369 section 4), and lines that are not fields. Of a field
 * that SES takes only once (SES Developer Guide, "Amazon SES header fields"), only the first stays.
 */
final class DropForeignFields implements Step {

    private static final Set<String> DROPPED = Set.of(
            // Signatures and verdicts.
            "dkim-signature", "domainkey-signature", "authentication-results", "received-spf", "domainkey-status",
            "x-google-dkim-signature", "dkim-filter", "x-original-authentication-results",
            // The way it came and the way back.
            "return-path", "sender", "delivered-to", "x-original-to", "envelope-to", "errors-to", "bounces-to",
            "feedback-id", "bcc", "x-envelope-from", "x-envelope-to", "original-recipient",
            // Requests that every member's mail program would answer.
            "return-receipt-to", "disposition-notification-to", "disposition-notification-options",
            "x-confirm-reading-to", "x-pmrqc", "generate-delivery-report", "read-receipt-to",
            // Passwords and marks of other list managers.
            "approved", "approve", "x-approved", "x-approve", "urgent", "mailing-list", "archived-at", "x-loop",
            "x-beenthere", "x-mailing-list", "x-entity-ref-id", "precedence", "auto-submitted",
            "x-auto-response-suppress", "x-original-from", "author", "x-mailman-version",
            // An order to us.
            "x-clubpost-send-at");

    private static final List<String> DROPPED_FAMILIES = List.of("list-", "arc-", "x-ses-", "x-amz-", "resent-");

    private static final Set<String> ONCE = Set.of("accept-language", "comments", "content-base", "content-class",
            "content-description", "content-disposition", "content-duration", "content-id", "content-language",
            "content-length", "content-location", "content-md5", "content-return", "content-transfer-encoding",
            "content-type", "date", "from", "importance", "in-reply-to", "keywords", "message-context", "message-id",
            "mime-version", "organization", "original-from", "original-message-id", "original-subject", "priority",
            "references", "reply-to", "sensitivity", "solicitation", "subject", "thread-index", "thread-topic",
            "to", "cc", "user-agent", "vbr-info");

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Set<String> seen = new HashSet<>();
        Header kept = mail.header().without(line -> switch (line) {
            case HeaderLine.Malformed _ -> true;
            case HeaderLine.SlottedField _ -> false;
            case HeaderLine.Field field -> {
                String name = field.name().toLowerCase(Locale.ROOT);
                yield isDropped(name) || (ONCE.contains(name) && !seen.add(name));
            }
        });
        return mail.with(kept);
    }

    private static boolean isDropped(String name) {
        return DROPPED.contains(name) || DROPPED_FAMILIES.stream().anyMatch(name::startsWith);
    }
}
