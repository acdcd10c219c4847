package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Subscription;

/** Whether a function hears what SES reports to the stack's topic. People who subscribe there hear it besides. */
final class FeedbackCheck implements Check {

    private static final String SUBJECT = "what comes back";
    private static final String FUNCTION = "lambda";

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(switch (facts.subscriptions(facts.stack().output("FeedbackTopicArn"))) {
            case Look.Seen<List<Subscription>>(var all) -> all.stream()
                    .anyMatch(each -> each.protocol().equals(FUNCTION))
                            ? new Finding.Right(SUBJECT, "a function hears of bounces and complaints")
                            : unheard("no function hears of bounces and complaints", facts);
            case Look.Missing<List<Subscription>> _ ->
                unheard("no function hears of bounces and complaints: the topic is gone", facts);
            case Look<List<Subscription>> other -> Finding.unseen(SUBJECT, other);
        });
    }

    private static Finding unheard(String what, Facts facts) {
        return new Finding.Warning(SUBJECT, what, Restoring.advice(facts));
    }
}
