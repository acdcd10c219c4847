package org.clubpost.mail.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;

/**
 * The block of header fields that the receiving side put on top of a mail: SES, or our own SMTP server, which writes
 * the same.
 *
 * <p><b>Shape.</b> Return-Path, Received, then any of X-SES-Spam-Verdict, X-SES-Virus-Verdict, Received-SPF and
 * Authentication-Results, each once, then X-SES-RECEIPT and X-SES-DKIM-SIGNATURE. A mail that does not begin with
 * exactly this has no block: nothing is known about it, and nothing is proven. Fields of these names further down were
 * written by the sender and are not looked at.
 *
 * <p>The results are believed only when the two texts that a sender can put into the block, its envelope address and
 * the name that its host greeted with, are plain; see {@link AuthenticationResults}.
 */
public final class ReceivingBlock {

    private static final String CLOSING = "x-ses-receipt";
    private static final String SIGNATURE = "x-ses-dkim-signature";
    private static final List<String> OPENING = List.of("return-path", "received");
    private static final Set<String> INNER = Set.of("x-ses-spam-verdict", "x-ses-virus-verdict", "received-spf",
            "authentication-results");
    private static final Pattern PLAIN_GREETING = Pattern.compile("from [A-Za-z0-9.:_\\[\\]-]+ \\([^;()]*\\)\\s.*");
    private static final Pattern RECIPIENT = Pattern
            .compile("\\sid\\s+\\S+\\s+for\\s+<?([^\\s<>;]+@[^\\s<>;]+)>?\\s*;[^;]*$");

    /** Two addresses and two names of hosts, of 254 characters each, and what stands between them. */
    private static final int LONGEST_RECEIVED = 4 << 10;

    private final int lines;
    private final Map<String, String> fields;

    private ReceivingBlock(int lines, Map<String, String> fields) {
        this.lines = lines;
        this.fields = fields;
    }

    /** Reads the block on top of a mail's header. */
    public static ReceivingBlock of(Header header) {
        var fields = new HashMap<String, String>();
        var all = header.lines();
        for (var i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof HeaderLine.Field field)) {
                return absent();
            }
            var name = field.name().toLowerCase(Locale.ROOT);
            if (i >= OPENING.size() && name.equals(CLOSING)) {
                var signed = i + 1 < all.size() && all.get(i + 1).is(SIGNATURE);
                return new ReceivingBlock(signed ? i + 2 : i + 1, fields);
            }
            var expected = i < OPENING.size() ? name.equals(OPENING.get(i)) : INNER.contains(name);
            if (!expected || field.raw().length() > FieldLimits.VERDICTS || fields.put(name, field.value()) != null) {
                return absent();
            }
        }
        return absent();
    }

    private static ReceivingBlock absent() {
        return new ReceivingBlock(0, Map.of());
    }

    /** Whether the mail has such a block at all. */
    public boolean isPresent() {
        return lines > 0;
    }

    /** The sender's own header: everything below the block. */
    public Header below(Header header) {
        return new Header(header.lines().subList(lines, header.lines().size()));
    }

    /** The envelope sender. */
    public EnvelopeSender sender() {
        return EnvelopeSender.parse(field("return-path"));
    }

    /** The envelope recipient that the Received field names; empty when it names none. */
    public Optional<EmailAddress> recipient() {
        var received = field("received");
        var clause = RECIPIENT.matcher(received.length() > LONGEST_RECEIVED ? "" : received);
        return clause.find() ? EmailAddress.parse(clause.group(1)) : Optional.empty();
    }

    /** What the scan for spam said. */
    public ScanVerdict spam() {
        return ScanVerdict.parse(field("x-ses-spam-verdict"));
    }

    /** What the scan for viruses said. */
    public ScanVerdict virus() {
        return ScanVerdict.parse(field("x-ses-virus-verdict"));
    }

    /** What is proven about where the mail came from. */
    public AuthenticationResults results() {
        return sender() instanceof EnvelopeSender.Unknown || !PLAIN_GREETING.matcher(field("received")).matches()
                ? AuthenticationResults.NONE
                : AuthenticationResults.parse(field("authentication-results"));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
