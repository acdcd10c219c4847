package org.clubpost.function.feedback;

import java.util.List;
import java.util.Locale;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.feedback.TakeFeedback;
import org.clubpost.core.feedback.TakeFeedback.Outcome;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;

/** Hears one event: reads it, does what follows, and writes down what that was. No line names a person. */
public final class Hearing {

    private final SesEvents events;
    private final TakeFeedback take;
    private final FunctionLog log = new FunctionLog("feedback");

    Hearing(SesEvents events, TakeFeedback take) {
        this.events = events;
        this.take = take;
    }

    /**
     * Hears an event.
     *
     * @param json as it stands in the message of SNS
     * @param request the id of the invocation, for the log
     * @return whether it is done with; otherwise it is to be told again in some minutes
     * @throws org.clubpost.core.UnavailableException safe to repeat, and has to be repeated
     */
    boolean isDone(String json, String request) {
        var line = log.line(request);
        return switch (events.read(json)) {
            case SesEvents.Reading.Broken _ -> {
                // It would be broken the next time, too.
                log.error(line.outcome("unreadable"));
                yield true;
            }
            case SesEvents.Reading.Passed(var kind) -> {
                log.info(line.with("kind", word(kind)).outcome("passed"));
                yield true;
            }
            case SesEvents.Reading.Unmarked(var kind) -> {
                log.info(line.with("kind", word(kind)).outcome("unmarked"));
                yield true;
            }
            case SesEvents.Reading.Told(var kind, var all) -> isDone(all, line.with("kind", word(kind)));
        };
    }

    private boolean isDone(List<Feedback> all, LogLine line) {
        var later = 0;
        for (var feedback : all) {
            var outcome = take.take(feedback);
            log.info(told(about(line, feedback.what()), outcome, feedback.what()));
            later += outcome instanceof Outcome.Later ? 1 : 0;
        }
        return later == 0;
    }

    private static LogLine about(LogLine line, Returned what) {
        return switch (what) {
            case Returned.Bounce bounce -> line.with("lasting", word(bounce.lasting()))
                    .with("reason", bounce.reason().word());
            case Returned.Complaint complaint -> line.with("reason", word(complaint.kind()));
        };
    }

    private static LogLine told(LogLine line, Outcome outcome, Returned what) {
        return switch (outcome) {
            case Outcome.Later _ -> line.outcome("later");
            case Outcome.Untraced _ -> line.outcome("untraced");
            case Outcome.Traced(var trace, var effect) -> {
                var told = line.list(trace.list()).with("purpose", word(trace.purpose())).outcome(word(effect));
                var whose = trace.post().map(told::post).orElse(told);
                yield effect == TakeFeedback.Effect.BEFORE ? whose : whose.counting(metric(what), number(what));
            }
        };
    }

    private static Metric metric(Returned what) {
        return what instanceof Returned.Complaint ? Metric.COMPLAINTS : Metric.BOUNCES;
    }

    /** An automatic answer is no bounce, nor is a mail that SES did not send; out of the spam folder is no complaint. */
    private static int number(Returned what) {
        return switch (what) {
            case Returned.Bounce bounce -> bounce.lasting() == Lasting.UNDETERMINED
                    || bounce.reason() == BounceReason.VACATION || bounce.reason() == BounceReason.SUPPRESSED ? 0 : 1;
            case Returned.Complaint complaint -> complaint.kind() == Returned.Complaint.Kind.NOT_SPAM ? 0 : 1;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
