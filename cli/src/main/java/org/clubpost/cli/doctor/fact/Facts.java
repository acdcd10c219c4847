package org.clubpost.cli.doctor.fact;

import java.time.Duration;
import java.util.List;
import org.clubpost.cli.cloud.CloudStack;

/** What can be looked at. Each call asks anew. No method throws when the answer cannot be had. */
public interface Facts {

    /** What the stack says about itself. */
    CloudStack stack();

    /** By how much this machine's clock is ahead of AWS's; negative when it is behind. */
    Look<Duration> clockAhead();

    /** The records of that name and type, as the DNS has them. */
    Look<List<String>> dns(String name, RecordType type);

    /** The domain as an identity of SES. */
    Look<Identity> identity();

    /** What the account may send. */
    Look<SendingAccount> account();

    /** The configuration set that all mails are sent with. */
    Look<ConfigurationSet> configurationSet();

    /** The lists in the table. */
    Look<List<ListFact>> lists();

    /** Whether the keys are where the functions look for them; {@link Look.Missing} when not. */
    Look<Boolean> keys();

    /** The active set of receipt rules; {@link Look.Missing} when none is active. */
    Look<RuleSet> activeRules();

    /** A set of receipt rules, active or not. */
    Look<RuleSet> rules(String set);

    /** The policy of the bucket of the mails. */
    Look<Policy> bucketPolicy();

    /** Whom the bucket of the mails tells of a new object. */
    Look<List<Notification>> bucketNotifications();

    /** A function of the stack, by its name in the template. */
    Look<FunctionFact> function(String logicalName);

    /** Who may call the version of that function that is in use. */
    Look<Policy> functionPolicy(String logicalName);

    /**
     * Whether the queue of deliveries is handed to the function that sends: Lambda's word for it, such as {@code
     * Enabled}.
     */
    Look<String> deliveries();

    /** Who is told what is published to that topic. */
    Look<List<Subscription>> subscriptions(String topic);

    /** CloudFront's plan, by its ARN, as the stack of edge.yaml has made it; {@link Look.Missing} when it has not. */
    Look<String> edgePlan();

    /** The stack's alarms. */
    Look<List<Alarm>> alarms();
}
