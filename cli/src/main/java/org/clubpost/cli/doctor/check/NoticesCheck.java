package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Optional;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Subscription;

/** Whether somebody gets the mails that a topic of the stack sends. */
final class NoticesCheck implements Check {

    private final String subject;
    private final String output;

    /**
     * @param subject what is sent
     * @param output which output of the stack names the topic
     */
    NoticesCheck(String subject, String output) {
        this.subject = subject;
        this.output = output;
    }

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(subscribed(facts, facts.stack().output(output)));
    }

    private Finding subscribed(Facts facts, String topic) {
        var owner = facts.stack().parameters().getOrDefault("OwnerEmail", "");
        return switch (facts.subscriptions(topic)) {
            case Look.Seen<List<Subscription>>(var all) when all.stream().anyMatch(Subscription::confirmed) ->
                new Finding.Right(subject, "somebody gets them");
            case Look.Seen<List<Subscription>>(var all) -> all.stream().findFirst()
                    .map(first -> unconfirmed(topic, first, facts))
                    .orElseGet(() -> new Finding.Warning(subject, "nobody gets them",
                            "Subscribe: aws sns subscribe --topic-arn " + topic
                                    + " --protocol email --notification-endpoint "
                                    + (owner.isEmpty() ? "you@example.org" : owner)
                                    + ", and click the link in the mail that comes.",
                            Optional.of(owner).filter(each -> !each.isEmpty())
                                    .map(each -> new Repair.AskAgain(topic, each))));
            case Look.Missing<List<Subscription>> _ -> new Finding.Warning(subject,
                    "nobody gets them: the topic is gone",
                    Restoring.advice(facts) + ". Then click the link in the mail that comes.");
            case Look<List<Subscription>> other -> Finding.unseen(subject, other);
        };
    }

    private Finding unconfirmed(String topic, Subscription first, Facts facts) {
        return new Finding.Warning(subject, "nobody gets them: the subscription is not confirmed",
                "Click the link in the mail \"AWS Notification - Subscription Confirmation\"; when it is lost or older than "
                        + "three days, have it sent again: ./clubpost doctor --stack " + facts.stack().name()
                        + " --fix",
                Optional.of(first).filter(each -> each.protocol().equals("email"))
                        .map(each -> new Repair.AskAgain(topic, each.endpoint())));
    }
}
