package org.clubpost.aws.ses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What SES refuses of a mail that is well formed as a request (SES Developer Guide, "header fields" and "quotas"). */
final class SesRules {

    private static final int MAX_BYTES = 40 << 20;
    private static final int MAX_RECIPIENTS = 50;
    private static final int MAX_LINE = 998;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"]+@([^\\s<>,;\"]+)");
    /** Content-* and Disposition-Notification-* come on top. */
    private static final Set<String> ONCE = Set.of("accept-language", "archived-at", "auto-submitted", "bounces-to",
            "comments", "date", "delivered-to", "dkim-signature", "domainkey-signature", "errors-to", "from",
            "importance", "in-reply-to", "keywords", "list-archive", "list-help", "list-id", "list-owner", "list-post",
            "list-subscribe", "list-unsubscribe", "message-context", "message-id", "mime-version", "organization",
            "original-from", "original-message-id", "original-recipient", "original-subject", "precedence", "priority",
            "references", "reply-to", "return-path", "return-receipt-to", "sender", "solicitation", "sensitivity",
            "subject", "thread-index", "thread-topic", "user-agent", "vbr-info");
    private static final Set<String> IDENTITIES = Set.of("from", "sender", "return-path");

    private SesRules() {}

    static Optional<SesTrouble> check(String source, List<String> destinations, String mail, Set<String> verified) {
        if (destinations.size() > MAX_RECIPIENTS) {
            return Optional.of(SesTrouble.invalid("Recipient count exceeds 50."));
        }
        if (mail.length() > MAX_BYTES) {
            return Optional.of(SesTrouble
                    .invalid("Message length is more than 41943040 bytes long: '" + mail.length() + "'."));
        }
        if (Stream.concat(Stream.of(source), destinations.stream()).anyMatch(SesRules::isNotAscii)) {
            return Optional.of(SesTrouble.invalid("Local address contains control or whitespace"));
        }
        if (mail.lines().anyMatch(line -> line.length() > MAX_LINE)) {
            return Optional.of(SesTrouble.invalid("A line is longer than 1000 characters."));
        }
        return header(source, mail, verified);
    }

    private static Optional<SesTrouble> header(String source, String mail, Set<String> verified) {
        var seen = new HashSet<String>();
        var identities = new ArrayList<>(List.of(source));
        for (var field : fields(mail)) {
            var name = field.substring(0, Math.max(0, field.indexOf(':'))).strip();
            var folded = name.toLowerCase(Locale.ROOT);
            if (!seen.add(folded) && (ONCE.contains(folded) || folded.startsWith("content-")
                    || folded.startsWith("disposition-notification-"))) {
                return Optional.of(SesTrouble.invalid("Duplicate header '" + name + "'."));
            }
            if (IDENTITIES.contains(folded)) {
                ADDRESS.matcher(field).results().map(match -> match.group()).forEach(identities::add);
            }
        }
        if (!seen.contains("from")) {
            return Optional.of(SesTrouble.invalid("Missing required header 'From'."));
        }
        return identities.stream().filter(each -> !isVerified(each, verified)).findFirst()
                .map(SesTrouble::notVerified);
    }

    private static List<String> fields(String mail) {
        var end = mail.indexOf("\r\n\r\n");
        var header = end < 0 ? mail : mail.substring(0, end);
        return List.of(header.replaceAll("\r\n(?=[ \t])", "").split("\r\n"));
    }

    private static boolean isVerified(String address, Set<String> verified) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return verified.contains(domain);
    }

    private static boolean isNotAscii(String text) {
        return text.chars().anyMatch(character -> character > '~' || character <= ' ');
    }
}
