package org.clubpost.mail.step;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Hops;

/**
 * Removes the header fields that must not go on to members. Of a field that SES takes only once (SES Developer Guide,
 * "Amazon SES header fields"), only the first stays. Fields of nested mails are not looked at.
 *
 * <p>The author's Received fields go, because they tell from where she wrote. How many there were stays, in {@link
 * Hops#FIELD}, because nothing else ends a mail that goes round between lists of different services.
 */
final class DropForeignFields implements Step {

    private static final Set<String> DROPPED = Set.of(
            // Signatures that our changes break (RFC 6377 section 5.2), and what vouches for the author's domain.
            "x-google-dkim-signature", "message-instance", "vbr-info", "ironport-sdr",
            // The way it came, where it was written, and the way back.
            "received", "received-spf", "return-path", "sender", "delivered-to", "x-original-to", "envelope-to",
            "envelope-from", "errors-to", "bounces-to", "feedback-id", "bcc", "original-recipient", "x-received",
            "x-return-path", "x-delivered-to", "x-rcpt-to", "x-mail-from", "x-sender", "x-x-sender", "x-sender-id",
            "x-sender-ip", "x-senderip", "x-client-ip", "x-real-ip", "x-remote-ip", "x-user-ip", "x-ip", "x-host",
            "x-helo", "x-aol-ip", "x-source", "x-php-script", "x-php-originating-script", "x-antiabuse",
            "x-auth-user", "x-authuser", "x-auth-id", "x-auth-sender", "x-auth-as", "x-authid", "x-smtp-auth-user",
            "x-clientaddr", "x-client-addr", "x-clientip", "x-client-host", "x-client-hostname", "x-clientproxiedby",
            "x-clienthello", "x-remoteaddr", "x-remote-addr", "x-remote-host", "x-remoteip", "x-remote-user",
            "x-userip", "x-user", "x-username", "x-ipaddress", "x-ip-address", "x-srcip", "x-src-ip", "x-source-ip",
            "x-mailer-ip", "x-mail-ip", "x-submitter-ip", "x-submitted-by", "x-posted-by", "x-posting-ip",
            "x-postfix-sender", "x-http-via", "x-via", "x-geoip", "x-geo", "x-country", "x-country-code",
            "x-relay-countries", "x-location", "x-asn", "x-ptr", "x-rdns", "x-ehlo", "x-hostname", "x-server",
            "x-webmail-userid", "x-webmail-user", "x-webmail-ip", "x-webmail-client-ip", "x-php-client-ip",
            "x-php-remote-addr", "x-http-user-agent", "x-http-x-forwarded-for", "x-http-remote-addr", "x-real-to",
            "x-real-from", "x-realto", "x-sent-to", "x-mail-to", "x-rcptto", "x-rcpt", "x-recipient",
            "x-recipients", "x-rcpts", "x-final-recipient", "x-final-to", "x-resolved-to", "x-local-to",
            "x-account", "x-account-key", "x-identity-key", "x-mozilla-keys", "x-mozilla-status",
            "x-mozilla-status2", "x-kmail-identity", "x-kmail-transport", "x-kmail-fcc", "fcc", "x-fcc",
            "x-mozilla-draft-info", "x-mozilla-external-attachment-url", "x-bcc", "x-blind-copy", "bcc-to",
            "apparently-to", "apparently-from", "x-apparently-to", "x-apparently-from", "apparently-resent-to",
            "x-env-sender", "x-env-from", "x-env-to", "x-env-rcpt", "x-mailfrom", "x-bounce-to", "x-yahoo-smtp",
            "x-get-message-sender-via", "x-failed-recipients",
            // Whom the author's provider wants complaints to go to.
            "x-complaints-to", "x-report-abuse", "x-report-abuse-to", "x-abuse-reports-to", "x-csa-complaints",
            // Requests that every member's mail program would answer.
            "return-receipt-to", "disposition-notification-to", "disposition-notification-options",
            "x-confirm-reading-to", "x-pmrqc", "generate-delivery-report", "read-receipt-to",
            // Passwords and marks of other list managers and of programs.
            "approved", "approve", "x-approved", "x-approve", "urgent", "mailing-list", "archived-at", "x-loop",
            "x-beenthere", "x-been-there", "x-mailing-list", "x-entity-ref-id", "precedence", "auto-submitted",
            "x-auto-response-suppress", "x-original-from", "author", "x-unsubscribe",
            // What a mailbox notes down.
            "status", "x-status", "x-uid", "x-uidl", "x-keywords",
            // An order to us.
            "x-clubpost-send-at");

    private static final List<String> DROPPED_FAMILIES = List.of(
            // Signatures, also those of DKIM2; and where the author's provider wants to hear of complaints (RFC 9477).
            "dkim-", "dkim2-", "domainkey-", "x-dkim", "arc-", "cfbl-", "bimi-",
            // Verdicts of others.
            "authentication-results", "x-original-authentication-results", "x-authentication-", "x-authenticated-",
            "x-received-spf", "x-spam", "x-virus", "x-barracuda-", "x-ironport-", "x-proofpoint-", "x-mimecast-",
            "x-rspamd-", "x-forefront-", "x-microsoft-antispam", "x-microsoft-exchange-", "x-ms-exchange-",
            "x-ms-office365-", "x-gm-", "x-google-",
            // The way it came.
            "x-rocket-", "x-ymail-", "x-geoip-", "x-original-to-", "x-originally-to", "x-remote-", "x-clientip-",
            "x-originating-", "x-forwarded-", "x-envelope-", "x-source-", "x-md-", "x-mdremoteip", "x-mdrcpt-",
            "x-mdhelo", "resent-",
            // Other lists (RFC 2369 section 4).
            "list-", "x-list-", "x-mailman-",
            // Orders to the services that send mail.
            "x-ses-", "x-amz", "x-smtpapi", "x-mailgun-", "x-mc-", "x-msys-", "x-pm-", "x-mj-", "x-sib-", "x-sg-",
            // The hops are counted anew.
            Hops.FIELD.toLowerCase(Locale.ROOT));

    private static final Set<String> ONCE = Set.of("accept-language", "acceptlanguage", "comments",
            "content-alternative", "content-base", "content-class", "content-description", "content-disposition",
            "content-duration", "content-id", "content-language", "content-length", "content-location", "content-md5",
            "content-return", "content-transfer-encoding", "content-type", "date", "from", "importance", "in-reply-to",
            "keywords", "message-context", "message-id", "mime-version", "organization", "original-from",
            "original-message-id", "original-subject", "priority", "references", "reply-to", "sensitivity",
            "solicitation", "subject", "thread-index", "thread-topic", "to", "cc", "user-agent");

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
        int hops = Hops.of(mail.header());
        return mail.with(hops == 0 ? kept : kept.with(Hops.FIELD, Integer.toString(hops)));
    }

    private static boolean isDropped(String name) {
        return DROPPED.contains(name) || DROPPED_FAMILIES.stream().anyMatch(name::startsWith);
    }
}
