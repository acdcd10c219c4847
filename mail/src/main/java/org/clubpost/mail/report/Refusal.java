package org.clubpost.mail.report;

import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.suppression.BounceReason;

/**
 * Why a mail system did not take a mail for one recipient, by its code and words alone: for what comes another way than
 * as a report by mail.
 *
 * @param reason why; {@link BounceReason#UNDEFINED} when nothing says it
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty when there is none
 */
public record Refusal(BounceReason reason, String status) {

    private static final int LONGEST_FIELD = 4_000;

    /**
     * Reads it.
     *
     * @param status the field {@code Status} (RFC 3464 section 2.3.4); may be empty
     * @param words the field {@code Diagnostic-Code} (RFC 3464 section 2.3.6), with its type or without; may be empty
     * @param domain the recipient's domain, because the words of some hosts mean something else; may be empty
     */
    public static Refusal of(String status, String words, String domain) {
        var said = StatusReader.withoutType(cut(words)).strip();
        var codes = Codes.in(cut(status)).orElse(Codes.in(said));
        var plain = Saying.plain(said);
        var isProgram = words.strip().toLowerCase(Locale.ROOT).startsWith("x-unix");
        var host = (HostNames.in(said) + " " + domain.toLowerCase(Locale.ROOT)).strip();
        return new Refusal(Reasons.of(new Evidence(codes, plain, Dialogue.in(plain), isProgram, false, host,
                Optional.empty())), codes.status());
    }

    private static String cut(String field) {
        return field.substring(0, Math.min(field.length(), LONGEST_FIELD));
    }
}
