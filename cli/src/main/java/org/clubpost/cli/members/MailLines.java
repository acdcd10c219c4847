package org.clubpost.cli.members;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.feedback.Point;
import org.clubpost.core.feedback.Scoring;
import org.clubpost.core.feedback.Stage;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.text.Catalogue;

/** What came back from a member, for people. */
final class MailLines {

    private static final int PLACES = 2;
    private static final Catalogue WORDS = Catalogue.of(Locale.ENGLISH);

    private MailLines() {}

    static void show(BounceRecord record, PrintWriter out) {
        out.println("mail          " + stage(record));
        record.history().forEach(each -> out.println(time(each.what().at()) + "  " + line(each)));
    }

    private static String stage(BounceRecord record) {
        return switch (record.stage()) {
            case Stage.Counting _ -> record.points().isEmpty()
                    ? "arrives, as far as is known"
                    : "came back: " + points(record) + " of " + Scoring.ENOUGH / Point.FULL + " points";
            case Stage.Doubted(_, var due) -> "came back often; a mail goes out to find out, from " + time(due);
            case Stage.Probed(var at) -> "came back often; a mail went out to find out, at " + time(at);
            case Stage.Failed(var at, _) -> "comes back, even the one to find out, at " + time(at);
            case Stage.Stopped(var at, _, var reminded, _) ->
                "stopped, at " + time(at) + "; reminders sent: " + reminded;
        };
    }

    private static String points(BounceRecord record) {
        return BigDecimal.valueOf(record.points().stream().mapToInt(Point::quarters).sum() * 25L, PLACES)
                .stripTrailingZeros().toPlainString();
    }

    private static String line(CameBack back) {
        return switch (back.what()) {
            case Returned.Bounce bounce -> mail(back) + " came back" + lasting(bounce.lasting()) + ": "
                    + WORDS.text("bounce." + bounce.reason().word(), Map.of())
                    + (bounce.status().isEmpty() ? "" : " (" + bounce.status() + ")");
            case Returned.Complaint(var kind, _) -> switch (kind) {
                case ABUSE -> "the person pressed the button for spam: " + mail(back);
                case OTHER -> "the mail provider complained: " + mail(back);
                case NOT_SPAM -> "the person said that it is no spam: " + mail(back);
            };
        };
    }

    private static String mail(CameBack back) {
        return back.post().map(post -> "post " + post).orElse(switch (back.purpose()) {
            case COPY -> "a mail of a list";
            case PROBE -> "the mail to find out";
            case NOTICE -> "a mail about the membership";
        });
    }

    private static String lasting(Lasting lasting) {
        return switch (lasting) {
            case PERMANENT -> " for good";
            case TRANSIENT -> " for now";
            case UNDETERMINED -> "";
        };
    }

    private static Instant time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
