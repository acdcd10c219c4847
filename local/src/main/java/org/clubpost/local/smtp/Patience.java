package org.clubpost.local.smtp;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How long we go on with one SMTP client: until when its next octets must be here, and whether it has made too many
 * mistakes. It learns from the answers what the client may do next. Safe for use by many threads.
 */
final class Patience {

    private static final int MOST_REFUSALS = 100;

    private enum Turn {
        /** The client must wait: it is being answered. */
        OURS,
        /** The client says a command. */
        COMMAND,
        /** The client sends a mail. */
        DATA
    }

    private final SmtpLimits limits;
    private final LongSupplier nanos;
    private Turn turn = Turn.COMMAND;
    private long since;
    private long lastOctet;
    private long octets;
    private int answers;
    private int mistakes;
    private int refusals;
    private boolean wasRight;
    private boolean over;

    /**
     * @param nanos the time, like {@link System#nanoTime}
     */
    Patience(SmtpLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        since = nanos.getAsLong();
    }

    /** The client has got an answer with that code (RFC 5321 section 4.2), and it is its turn. */
    synchronized void answered(int code) {
        turn = code == 354 ? Turn.DATA : Turn.COMMAND;
        since = nanos.getAsLong();
        lastOctet = since;
        octets = 0;
        answers++;
        if (code >= 500 && code <= 504) {
            mistakes++;
        } else if (code >= 500) {
            refusals++;
        } else if (answers > 1) {
            wasRight = true;
        }
        over |= (mistakes > 0 && !wasRight) || mistakes > limits.mistakes() || refusals > MOST_REFUSALS
                || answers > limits.answers();
    }

    /** The client has said a whole command, or sent a whole mail. */
    synchronized void heard() {
        turn = Turn.OURS;
    }

    /** Octets of a mail have come. */
    synchronized void received(int count) {
        lastOctet = nanos.getAsLong();
        octets += count;
    }

    /** We have had enough of this client. */
    synchronized void end() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isForMail() {
        return turn == Turn.DATA;
    }

    /** How long the client may take to its next octet; not positive when that time is over. */
    synchronized Duration left() {
        var left = switch (turn) {
            case OURS -> limits.nextCommand().toNanos();
            case COMMAND -> since + (wasRight ? limits.nextCommand() : limits.firstCommand()).toNanos()
                    - nanos.getAsLong();
            case DATA -> Math.min(lastOctet + limits.dataSilence().toNanos(), since + dataTime()) - nanos.getAsLong();
        };
        return Duration.ofNanos(left);
    }

    /** What the grace lets through in any case, and after that the time that this many octets may take. */
    private long dataTime() {
        return Math.max(limits.dataGrace().toNanos(),
                Duration.ofSeconds(1).multipliedBy(octets).dividedBy(limits.dataRate()).toNanos());
    }

    /** Since when the client keeps us waiting for a command. */
    synchronized OptionalLong waitingSince() {
        return turn == Turn.COMMAND ? OptionalLong.of(since) : OptionalLong.empty();
    }
}
