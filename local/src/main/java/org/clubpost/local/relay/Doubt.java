package org.clubpost.local.relay;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a refusal may be meant for us, the sender, and not for the recipient or the mail. What a server says comes as
 * an enhanced code (RFC 3463, RFC 7372, RFC 8617), or in words only.
 *
 * <p>Codes that say whose it is count before words: {@code x.1.z} is the address, {@code x.2.z} the mailbox, {@code
 * x.3.4} the size of the mail.
 */
enum Doubt {

    /** It is we: our quota, our rate, or who we are. */
    OURS,
    /** It speaks of a limit, and leaves open whose. */
    LIMIT,
    /** It speaks of policy, and leaves open why. */
    POLICY;

    private static final int MAIL_TOO_LARGE = 552;

    /** {@code 5.7.25}: the class, the subject and the detail. */
    private static final Pattern CODE = Pattern.compile("[245]\\.(\\d{1,3})\\.(\\d{1,3})");
    /** What may be an address, whose parts are no words of the server. */
    private static final Pattern ADDRESSES = Pattern.compile("\\S*@\\S*|<[^>]*>");
    private static final Pattern LIMITS = Pattern
            .compile("\\b(?:(?:sub)?quotas?|rates?|limit(?:s|ed|ing|ations?)?|throttl\\w*|too (?:many|much|fast))\\b");
    /** Words for what only a sender does, and for times: a mailbox has no hours. */
    private static final Pattern SENDING = Pattern.compile("\\b(?:send(?:ing|er|ers)?|sent|outgoing|outbound|submission"
            + "|relay(?:ing|ed)?|daily|hourly|messages|mails|e-?mails|connections?|recipients per|rates?|throttl\\w*"
            + "|(?:per|an?|24) (?:hours?|day|minute|second))\\b");
    private static final Pattern MAILBOX = Pattern.compile(
            "\\b(?:mailbox|inbox|storage|disk|folder|maildir)\\b|\\bis full\\b|\\b(?:recipient|user)(?:'s)?\\b.*\\b(?:full|over\\w*)\\b");
    private static final Pattern SIZE = Pattern
            .compile("\\b(?:sizes?|large|big|bytes|octets|megabytes|[km]b|lines?|length|hops?|attachments?)\\b");
    private static final Pattern CONTENT = Pattern
            .compile("\\b(?:spam\\w*|virus\\w*|malware|phish\\w*|content|attachments?"
                    + "|security issue|headers?|duplicate|dmarc policy|reputation of (?:a |the )?(?:link|url))\\b");

    /** What that refusal leaves open; empty when it is the recipient's or the mail's, or no refusal. */
    static Optional<Doubt> in(Reply answer) {
        if (!answer.isRefusal()) {
            return Optional.empty();
        }
        var code = CODE.matcher(answer.codes());
        var words = ADDRESSES.matcher(String.join(" ", answer.lines()).toLowerCase(Locale.ROOT)).replaceAll(" ");
        return code.find()
                ? said(answer, Integer.parseInt(code.group(1)), Integer.parseInt(code.group(2)), words)
                : inWords(answer, words);
    }

    private static Optional<Doubt> said(Reply answer, int subject, int detail, String words) {
        return switch (subject) {
            // 7: a syntax that we chose, 8: our address.
            case 1 -> detail == 7 || detail == 8 ? Optional.of(OURS) : Optional.empty();
            case 2 -> Optional.empty();
            case 3 -> detail == 4 ? Optional.empty() : inWords(answer, words);
            case 4 -> detail == 5 && answer.isForGood() ? Optional.of(OURS) : inWords(answer, words);
            case 7 -> isAboutSenders(detail) || answer.isClosing() ? Optional.of(OURS) : inWords(answer, words);
            default -> inWords(answer, words);
        };
    }

    /**
     * DKIM, SPF, reverse DNS and authentication (RFC 7372), floods and TLS (Gmail); senders that Microsoft bars or limits
     * (Exchange Online, "Email non-delivery reports": 5.7.5xx and 5.7.7xx).
     */
    private static boolean isAboutSenders(int detail) {
        return (detail >= 20 && detail <= 29) || (detail >= 500 && detail < 600) || (detail >= 700 && detail < 800);
    }

    private static Optional<Doubt> inWords(Reply answer, String words) {
        if (has(SIZE, words) || (has(MAILBOX, words) && !has(SENDING, words))) {
            return Optional.empty();
        }
        if (has(LIMITS, words)) {
            return Optional.of(has(SENDING, words) || !answer.isForGood() ? OURS : LIMIT);
        }
        return isPolicy(answer) && !has(CONTENT, words) ? Optional.of(POLICY) : Optional.empty();
    }

    /** 5.7.0 and 5.7.1: "other" and "not authorized" (RFC 3463 section 3.8). */
    private static boolean isPolicy(Reply answer) {
        return answer.isForGood() && answer.code() != MAIL_TOO_LARGE
                && (answer.codes().endsWith(" 5.7.0") || answer.codes().endsWith(" 5.7.1"));
    }

    private static boolean has(Pattern pattern, String words) {
        return pattern.matcher(words).find();
    }
}
