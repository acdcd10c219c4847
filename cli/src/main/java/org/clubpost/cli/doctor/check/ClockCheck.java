package org.clubpost.cli.doctor.check;

import java.time.Duration;
import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;

/** This machine's clock. AWS refuses calls whose signature is five minutes off AWS's own time. */
final class ClockCheck implements Check {

    private static final String SUBJECT = "clock";
    private static final Duration REFUSED = Duration.ofMinutes(5);
    private static final Duration TOLERATED = Duration.ofSeconds(30);
    private static final String REMEDY = "Set this machine's clock by network time (Linux: sudo timedatectl set-ntp true; "
            + "macOS and Windows: in the settings for date and time).";

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(facts.clockAhead() instanceof Look.Seen<Duration>(var ahead)
                ? judge(ahead)
                : Finding.unseen(SUBJECT, facts.clockAhead()));
    }

    private static Finding judge(Duration ahead) {
        var off = ahead.abs();
        if (off.compareTo(TOLERATED) <= 0) {
            return new Finding.Right(SUBJECT, "agrees with AWS's");
        }
        var text = off.toSeconds() + " seconds " + (ahead.isNegative() ? "behind" : "ahead of") + " AWS's";
        return off.compareTo(REFUSED) < 0
                ? new Finding.Warning(SUBJECT, text, REMEDY)
                : new Finding.Wrong(SUBJECT, text + ", which refuses calls from five minutes on", REMEDY);
    }
}
