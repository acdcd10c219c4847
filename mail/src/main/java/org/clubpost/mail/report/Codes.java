package org.clubpost.mail.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes in what a mail system says: the enhanced status code (RFC 3463) and the reply code of SMTP (RFC 5321 section
 * 4.2).
 *
 * @param status such as {@code 5.1.1}; empty when there is none
 * @param reply such as {@code 550}; empty when there is none
 */
record Codes(String status, String reply) {

    /** No codes. */
    static final Codes NONE = new Codes("", "");

    private static final Pattern STATUS = Pattern
            .compile("(?<![\\w.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\w.]*\\d|\\.\\d)");
    private static final Pattern REPLY = Pattern
            .compile("(?<![\\w.:/@-])([45]\\d{2})(?=[ \\-\\r\\n]|$|[,;)(\\]'\"#<])(?!\\.\\d)");
    /** A reply is a word of its own, and how many of something there are is none. */
    private static final Pattern BEHIND_NUMBER = Pattern
            .compile("(?i) (?:bytes|kb|mb|seconds|minutes|hours|messages|recipients|times|percent)\\b.*",
                    Pattern.DOTALL);

    /** The codes in the words: the first status that says something, and the reply before it. */
    static Codes in(String words) {
        var status = "";
        Matcher statuses = STATUS.matcher(words);
        while (statuses.find()) {
            var found = statuses.group(1);
            if (!found.startsWith("2.") && (status.isEmpty() || (isVague(status) && !isVague(found)))) {
                status = found;
            }
        }
        return new Codes(status, reply(words, status));
    }

    private static String reply(String words, String status) {
        Matcher replies = REPLY.matcher(words);
        var first = "";
        while (replies.find()) {
            var found = replies.group(1);
            boolean isReply = isPossible(found)
                    && !BEHIND_NUMBER.matcher(words).region(replies.end(), Math.min(words.length(), replies.end() + 20))
                            .matches();
            if (isReply && (status.isEmpty() || found.charAt(0) == status.charAt(0))) {
                return found;
            }
            if (isReply && first.isEmpty()) {
                first = found;
            }
        }
        return first;
    }

    private static boolean isPossible(String reply) {
        return reply.charAt(1) <= '5' || reply.equals("570") || reply.equals("571");
    }

    /** Whether a status code says its class and no more. */
    static boolean isVague(String status) {
        return status.isEmpty() || status.endsWith(".0.0");
    }

    /** These codes, and of the other ones what these lack. */
    Codes orElse(Codes other) {
        boolean isSame = !isVague(status) || isVague(other.status)
                || (!status.isEmpty() && status.charAt(0) != other.status.charAt(0));
        return new Codes(isSame ? (status.isEmpty() ? other.status : status) : other.status,
                reply.isEmpty() ? other.reply : reply);
    }

    /** The class: 5, 4, or 0 when nothing says it. */
    int severity() {
        var code = status.isEmpty() ? reply : status;
        return code.isEmpty() ? 0 : code.charAt(0) - '0';
    }
}
