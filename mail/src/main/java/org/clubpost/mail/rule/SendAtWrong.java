package org.clubpost.mail.rule;

import java.time.Duration;
import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail that is to go out at a certain time must say so in a way that leaves no doubt. Sending it at a wrong time
 * would be worse than not sending it.
 */
final class SendAtWrong implements Rule {

    private static final Duration MOST_AHEAD = Duration.ofDays(60);

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return switch (SendAt.of(mail)) {
            case SendAt.Unsaid _ -> Optional.empty();
            case SendAt.Unreadable _ -> Optional.of(Verdict.refused(mail, Reason.of(Reason.Cause.SEND_AT_UNREADABLE)));
            case SendAt.At(var time) -> time.isAfter(mail.post().storedAt().plus(MOST_AHEAD))
                    ? Optional.of(Verdict.refused(mail,
                            Reason.of(Reason.Cause.SEND_AT_TOO_FAR, Long.toString(MOST_AHEAD.toDays()))))
                    : Optional.empty();
        };
    }

    @Override
    public String name() {
        return "send-at";
    }
}
