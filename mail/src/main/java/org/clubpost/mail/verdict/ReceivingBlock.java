package org.clubpost.mail.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;

/**
 * The block of header fields that the receiving side put on top of a mail: SES, or our own SMTP server, which writes
 * the same.
 *
 * <p><b>Shape.</b> Return-Path, Received by a host of SES's, then any of X-SES-Spam-Verdict, X-SES-Virus-Verdict,
 * Received-SPF and Authentication-Results, each once, then X-SES-RECEIPT and X-SES-DKIM-SIGNATURE. Other fields whose
 * names begin with X-SES- are passed over, because SES may write more one day. A mail that does not begin with exactly
 * this has no block: nothing is known about it, and nothing is proven. Fields of these names further down were written
 * by the sender and are not looked at.
 *
 * <p>The results are believed only when the two texts that a sender can put into the block are what they should be: an
 * address, and the name that a host greets with; see {@link AuthenticationResults}.
 */
public final class ReceivingBlock {

    private static final String CLOSING = "x-ses-receipt";
    private static final String SIGNATURE = "x-ses-dkim-signature";
    private static final String OF_SES = "x-ses-";
    private static final List<String> OPENING = List.of("return-path", "received");
    private static final Set<String> INNER = Set.of("x-ses-spam-verdict", "x-ses-virus-verdict", "received-spf",
            "authentication-results");
    private static final Pattern PLAIN_GREETING = Pattern.compile("from [A-Za-z0-9.:_\\[\\]-]+ \\([^;()]*\\)\\s.*");
    /** The MX of SES (SES Developer Guide, "Publishing an MX record for Amazon SES email receiving"). */
    private static final Pattern BY_SES = Pattern.compile("\\sby\\s+inbound-smtp\\.[A-Za-z0-9-]+\\.amazonaws\\.com\\s");
    /** What an envelope sender can say more with than an address. */
    private static final Pattern SPEAKING = Pattern.compile("[\"();\\s]");
    private static final Pattern RECIPIENT = Pattern
            .compile("\\sid\\s+\\S+\\s+for\\s+<?([^\\s<>;]+@[^\\s<>;]+)>?\\s*;[^;]*$");

    /** RFC 5321 section 4.1.3 has a tag before an address of IPv6, and many servers do without it. */
    private static final Pattern CLIENT = Pattern
            .compile("^from [^()]{1,300} \\([^()]{0,300}\\[(?:IPv6:)?([0-9A-Fa-f.:]{2,45})\\]\\)");

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
        for (var i = 0; i < all.size() && all.get(i) instanceof HeaderLine.Field field; i++) {
            var name = field.name().toLowerCase(Locale.ROOT);
            var opened = OPENING.stream().takeWhile(fields::containsKey).toList().size();
            if (name.equals(CLOSING) && opened == OPENING.size()) {
                return isBySes(fields) ? new ReceivingBlock(end(all, i + 1), fields) : absent();
            }
            var isExpected = opened < OPENING.size() ? name.equals(OPENING.get(opened)) : INNER.contains(name);
            var isUnknown = name.startsWith(OF_SES) && !INNER.contains(name) && !name.equals(CLOSING)
                    && !name.equals(SIGNATURE);
            if (!isUnknown && (!isExpected || field.raw().length() > FieldLimits.VERDICTS
                    || fields.put(name, field.value()) != null)) {
                return absent();
            }
        }
        return absent();
    }

    private static boolean isBySes(Map<String, String> fields) {
        var received = fields.getOrDefault("received", "");
        return received.length() <= LONGEST_RECEIVED && BY_SES.matcher(received).find();
    }

    /** The signature ends the block if it is there, whatever SES has put before it. */
    private static int end(List<HeaderLine> all, int from) {
        var i = from;
        while (i < all.size() && !all.get(i).is(SIGNATURE)
                && all.get(i).name().toLowerCase(Locale.ROOT).startsWith(OF_SES)) {
            i++;
        }
        return i < all.size() && all.get(i).is(SIGNATURE) ? i + 1 : from;
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
        return EnvelopeSender.parse(FieldText.characters(field("return-path")));
    }

    /** The envelope recipient that the Received field names; empty when it names none. */
    public Optional<EmailAddress> recipient() {
        var received = field("received");
        var clause = RECIPIENT.matcher(received.length() > LONGEST_RECEIVED ? "" : received);
        return clause.find() ? EmailAddress.parse(clause.group(1)) : Optional.empty();
    }

    /** The IP address of the host from which the mail came, in text form; empty when none is named. */
    public Optional<String> client() {
        var received = field("received");
        var host = CLIENT.matcher(received.length() > LONGEST_RECEIVED ? "" : received);
        return host.find() ? Optional.of(host.group(1)) : Optional.empty();
    }

    /** What the scan for spam said. */
    public ScanVerdict spam() {
        return ScanVerdict.parse(field("x-ses-spam-verdict"));
    }

    /** What the scan for viruses said. */
    public ScanVerdict virus() {
        return ScanVerdict.parse(field("x-ses-virus-verdict"));
    }

    /**
     * What is proven about where the mail came from. The envelope sender is cut out before the results are read, because
     * it may be a quoted text that looks like a result.
     */
    public AuthenticationResults results() {
        if (sender() instanceof EnvelopeSender.Unknown || !PLAIN_GREETING.matcher(field("received")).matches()) {
            return AuthenticationResults.NONE;
        }
        var path = field("return-path").strip().replaceAll("^<|>$", "");
        var results = field("authentication-results");
        var cut = results.replace("envelope-from=" + path, "envelope-from=");
        return SPEAKING.matcher(path).find() && cut.equals(results)
                ? AuthenticationResults.NONE
                : AuthenticationResults.parse(FieldText.characters(cut));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
