package org.clubpost.core.suppression;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a mail came back, as far as the enhanced status code (RFC 3463) and the words of the mail system say it. */
public enum BounceReason {

    /** There is no such mailbox (5.1.1). */
    USER_UNKNOWN(Blame.ADDRESS),
    /** There is no such domain (5.1.2, 5.4.4). */
    HOST_UNKNOWN(Blame.ADDRESS),
    /** The person has another address now (5.1.6). */
    HAS_MOVED(Blame.ADDRESS),
    /** The domain takes no mail at all (5.1.10, RFC 7505). */
    NOT_ACCEPTING(Blame.ADDRESS),
    /** The account is switched off or locked (5.2.1). */
    SUSPENDED(Blame.ADDRESS),
    /** The mailbox is full (5.2.2). */
    MAILBOX_FULL(Blame.MAILBOX),
    /** The mailbox exists and refuses this mail by a filter or a wish of its reader (5.2.1 with such words). */
    FILTERED(Blame.MAILBOX),
    /** The mail could not be handed over in time (4.4.7). */
    EXPIRED(Blame.MAILBOX),
    /** No connection, or it broke (4.4.1, 4.4.2), or a loop (5.4.6). */
    NETWORK_ERROR(Blame.MAILBOX),
    /** A fault of the mail system (4.3.0, 4.3.5). */
    SYSTEM_ERROR(Blame.MAILBOX),
    /** The mail system has no room (4.3.1). */
    SYSTEM_FULL(Blame.MAILBOX),
    /** A program that delivers to the mailbox failed (procmail, a pipe). */
    MAILER_ERROR(Blame.MAILBOX),
    /** The mail system waits, or wants us to (4.2.1, greylisting). */
    ON_HOLD(Blame.MAILBOX),
    /** The mail is too large (5.3.4, 5.2.3). */
    TOO_LARGE(Blame.POST),
    /** What the mail contains is refused: files, forms, links (5.6.x, 5.7.1 with such words). */
    CONTENT(Blame.POST),
    /** The mail is taken for spam. */
    SPAM(Blame.POST),
    /** The mail is said to hold a virus. */
    VIRUS(Blame.POST),
    /** The form of the mail breaks a rule (RFC 5322), as the receiver sees it. */
    NOT_COMPLIANT(Blame.POST),
    /** SPF, DKIM or DMARC (5.7.26, 5.7.515). */
    AUTHENTICATION(Blame.SENDER),
    /** The sending host or domain has a bad name (5.7.28). */
    REPUTATION(Blame.SENDER),
    /** The sending host is blocked. */
    BLOCKED(Blame.SENDER),
    /** The sending host has no name of its own (5.7.25). */
    REQUIRE_PTR(Blame.SENDER),
    /** Too many mails or connections at a time (4.7.28). */
    RATE_LIMITED(Blame.SENDER),
    /** The connection was not encrypted (5.7.10, 5.7.29). */
    STARTTLS(Blame.SENDER),
    /** The envelope sender is refused (5.1.7, 5.1.8). */
    SENDER_REJECTED(Blame.SENDER),
    /** A rule of the receiver (5.7.0, 5.7.1 without other words). */
    POLICY(Blame.SENDER),
    /** A fault of security in general (5.7.x). */
    SECURITY(Blame.SENDER),
    /** The receiver does not relay for us: the mail went to a host that is not the recipient's (5.7.1). */
    NO_RELAYING(Blame.SENDER),
    /** The SMTP dialogue was not understood (5.5.x). */
    SYNTAX(Blame.SENDER),
    /** Our own provider does not send to the address, because mail to it failed before. */
    SUPPRESSED(Blame.NOBODY),
    /** The person is away: an automatic answer, and no bounce. */
    VACATION(Blame.NOBODY),
    /** Nothing says why. */
    UNDEFINED(Blame.NOBODY);

    private final Blame blame;

    BounceReason(Blame blame) {
        this.blame = blame;
    }

    /** Who or what is the cause. */
    public Blame blame() {
        return blame;
    }

    /** As in JSON and settings: the name in lower case, with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #word} gives. */
    public static Optional<BounceReason> parse(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
