package org.clubpost.mail.rule;

import java.util.regex.Pattern;
import org.clubpost.mail.incoming.Incoming;

/**
 * The file of a report about DMARC or TLS: its name holds who reports, about which domain, from when to when, with
 * {@code !} in between (RFC 9990, RFC 8460 section 5.1).
 */
final class ReportFile {

    private static final Pattern NAME = Pattern.compile(
            "[^!\\s]{1,255}![^!\\s]{1,255}!\\d{1,14}!\\d{1,14}(?:![^!\\s]{1,255})?\\.(?:xml|json|zip|gz|xml\\.gz|xml\\.zip|json\\.gz)",
            Pattern.CASE_INSENSITIVE);

    private ReportFile() {}

    /** Whether the mail has such a file. */
    static boolean isIn(Incoming mail) {
        return FileNames.in(mail.mail()).stream().anyMatch(name -> NAME.matcher(name).matches());
    }
}
