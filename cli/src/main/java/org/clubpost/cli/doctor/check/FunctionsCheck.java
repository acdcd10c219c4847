package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.FunctionFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Notification;
import org.clubpost.cli.doctor.fact.Policy;

/** Whether a stored mail reaches the function that takes it in, and a prepared one the function that sends it. */
final class FunctionsCheck implements Check {

    private static final String RECEIVE = "ReceiveFunction";
    private static final String DELIVER = "DeliverFunction";
    private static final String TOLD = "receiving";

    @Override
    public List<Finding> look(Facts facts) {
        var findings = new ArrayList<Finding>();
        findings.add(runs("receive function", facts.function(RECEIVE), facts));
        if (facts.function(RECEIVE) instanceof Look.Seen<FunctionFact>(var function)) {
            findings.add(told(function, facts));
            findings.add(callable(function, facts));
        }
        findings.add(runs("deliver function", facts.function(DELIVER), facts));
        findings.add(deliveries(facts));
        return findings;
    }

    private static Finding runs(String subject, Look<FunctionFact> look, Facts facts) {
        return switch (look) {
            // Lambda puts a function to sleep when it was not called for weeks; the next call wakes it.
            case Look.Seen<FunctionFact>(var function) when function.state().equals("Active")
                    || function.state().equals("Inactive") ->
                new Finding.Right(subject, function.name() + " is ready");
            case Look.Seen<FunctionFact>(var function) -> new Finding.Wrong(subject,
                    function.name() + " is " + function.state() + " " + function.reason(), again(facts.stack()));
            case Look.Missing<FunctionFact> _ -> new Finding.Wrong(subject, "it is not there",
                    Restoring.advice(facts));
            case Look<FunctionFact> other -> Finding.unseen(subject, other);
        };
    }

    /** An update without a change does nothing; with another number every function gets a new version. */
    private static String again(CloudStack stack) {
        var next = Long.parseLong(stack.parameters().getOrDefault("KeyVersion", "1")) + 1;
        return "Have a new version of it published: ./clubpost functions && sam deploy --parameter-overrides KeyVersion="
                + next;
    }

    private static Finding told(FunctionFact function, Facts facts) {
        var bucket = facts.stack().output("MailBucketName");
        return switch (facts.bucketNotifications()) {
            case Look.Seen<List<Notification>>(var all) -> all.stream().anyMatch(each -> tells(each, function))
                    ? new Finding.Right(TOLD, "the bucket tells " + function.name() + " of each mail")
                    : new Finding.Wrong(TOLD,
                            "the bucket does not tell " + function.name() + " of mails under inbound/",
                            "Add it in the console: Amazon S3, " + bucket + ", Properties, Event notifications: prefix "
                                    + "inbound/, all object create events, Lambda function, by its ARN: arn:aws:lambda:"
                                    + facts.stack().region() + ":" + facts.stack().account() + ":function:"
                                    + function.name() + ":live");
            case Look.Missing<List<Notification>> _ -> new Finding.Wrong(TOLD, "there is no bucket " + bucket,
                    Restoring.advice(facts));
            case Look<List<Notification>> other -> Finding.unseen(TOLD, other);
        };
    }

    private static boolean tells(Notification notification, FunctionFact function) {
        return notification.function().contains(":function:" + function.name())
                && notification.events().contains("s3:ObjectCreated:*")
                && "inbound/".startsWith(notification.prefix());
    }

    private static Finding callable(FunctionFact function, Facts facts) {
        var subject = "permission";
        var bucket = "arn:aws:s3:::" + facts.stack().output("MailBucketName");
        return switch (facts.functionPolicy(RECEIVE)) {
            case Look.Seen<Policy>(var policy) when policy.allows(new Policy.Call("s3.amazonaws.com",
                    "lambda:InvokeFunction", "", Map.of("aws:sourcearn", bucket, "aws:sourceaccount",
                            facts.stack().account()))) ->
                new Finding.Right(subject, "the bucket may call the function");
            case Look.Seen<Policy> _,Look.Missing<Policy> _ -> new Finding.Wrong(subject,
                    "the bucket may not call the function, so no mail is taken in",
                    "Let it: aws lambda add-permission --function-name " + function.name()
                            + " --qualifier live --statement-id mails-come-in --action lambda:InvokeFunction --principal "
                            + "s3.amazonaws.com --source-arn " + bucket + " --source-account "
                            + facts.stack().account());
            case Look<Policy> other -> Finding.unseen(subject, other);
        };
    }

    private static Finding deliveries(Facts facts) {
        var subject = "delivery";
        return switch (facts.deliveries()) {
            case Look.Seen<String>(var state) when state.equals("Enabled") || state.equals("Enabling")
                    || state.equals("Creating") || state.equals("Updating") ->
                new Finding.Right(subject, "the queue is handed to the function that sends");
            case Look.Seen<String>(var state) -> new Finding.Wrong(subject,
                    "the queue is not handed to the function that sends (" + state + "): posts wait",
                    "Switch it on in the console: AWS Lambda, the deliver function, Aliases, live, Configuration, "
                            + "Triggers.");
            case Look.Missing<String> _ -> new Finding.Wrong(subject,
                    "nothing hands the queue to the function that sends: posts wait", Restoring.advice(facts));
            case Look<String> other -> Finding.unseen(subject, other);
        };
    }
}
