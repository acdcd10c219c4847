package org.clubpost.aws.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail that the stub accepted.
 *
 * @param source the envelope sender
 * @param destinations the envelope recipients
 * @param configurationSet the configuration set; empty for none
 * @param tags its tags, as {@code name=value}
 * @param submitted the mail as it came, each octet as the character of that number
 * @param messageId the id in the answer, without the domain
 */
public record SentMail(String source, List<String> destinations, String configurationSet, List<String> tags,
        String submitted, String messageId) {

    private static final Pattern REPLACED = Pattern
            .compile("(?im)^(?:Message-ID|Date):[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*");

    /** Copies the recipients and the tags. */
    public SentMail {
        destinations = List.copyOf(destinations);
        tags = List.copyOf(tags);
    }

    /**
     * The mail as the recipient would get it: SES puts its own Message-ID and Date in place of ours (SES Developer
     * Guide, "header fields").
     */
    public String delivered() {
        var end = submitted.indexOf("\r\n\r\n");
        var header = end < 0 ? submitted : submitted.substring(0, end + 2);
        return REPLACED.matcher(header).replaceAll("") + "Message-ID: <" + messageId + "@email.amazonses.com>\r\n"
                + "Date: Fri, 06 Mar 2026 08:30:00 +0000\r\n" + submitted.substring(header.length());
    }

    /** The octets as they came. */
    public byte[] octets() {
        return submitted.getBytes(ISO_8859_1);
    }
}
