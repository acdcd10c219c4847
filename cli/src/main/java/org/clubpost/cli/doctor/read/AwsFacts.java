package org.clubpost.cli.doctor.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.cloud.Service;
import org.clubpost.cli.cloud.XmlElement;
import org.clubpost.cli.doctor.fact.Alarm;
import org.clubpost.cli.doctor.fact.ConfigurationSet;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.FunctionFact;
import org.clubpost.cli.doctor.fact.Identity;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Notification;
import org.clubpost.cli.doctor.fact.Policy;
import org.clubpost.cli.doctor.fact.RecordType;
import org.clubpost.cli.doctor.fact.RuleSet;
import org.clubpost.cli.doctor.fact.SendingAccount;
import org.clubpost.cli.doctor.fact.Subscription;

/** Reads the facts from AWS and the DNS. */
public final class AwsFacts implements Facts, AutoCloseable {

    private static final String LAMBDA = "/2015-03-31/";
    private static final Map<String, String> IN_USE = Map.of("Qualifier", "live");

    private final Cloud cloud;
    private final CloudStack stack;
    private final Look<Duration> clockAhead;
    private final Dns dns;
    private final ReceiptRules rules = new ReceiptRules();
    private final MailBucket bucket;

    /**
     * @param cloud the account; is not closed here
     * @param stack what the stack says about itself
     * @param clockAhead by how much this machine's clock was ahead when it said so
     * @param dns the DNS
     */
    public AwsFacts(Cloud cloud, CloudStack stack, Look<Duration> clockAhead, Dns dns) {
        this.cloud = cloud;
        this.stack = stack;
        this.clockAhead = clockAhead;
        this.dns = dns;
        this.bucket = new MailBucket(stack.output("MailBucketName"), stack.account());
    }

    @Override
    public CloudStack stack() {
        return stack;
    }

    @Override
    public Look<Duration> clockAhead() {
        return clockAhead;
    }

    @Override
    public Look<List<String>> dns(String name, RecordType type) {
        return dns.look(name, type);
    }

    @Override
    public Look<Identity> identity() {
        return mail("GetEmailIdentity", "identities/" + stack.domain(), answer -> {
            var dkim = answer.path("DkimAttributes");
            var mailFrom = answer.path("MailFromAttributes");
            return new Identity(answer.path("VerifiedForSendingStatus").asBoolean(),
                    new Identity.Dkim(dkim.path("SigningEnabled").asBoolean(), dkim.path("Status").asText(),
                            texts(dkim.path("Tokens")), dkim.path("SigningHostedZone").asText("dkim.amazonses.com")),
                    new Identity.MailFrom(mailFrom.path("MailFromDomain").asText(),
                            mailFrom.path("MailFromDomainStatus").asText()));
        });
    }

    @Override
    public Look<SendingAccount> account() {
        return mail("GetAccount", "account", answer -> {
            var quota = answer.path("SendQuota");
            return new SendingAccount(answer.path("ProductionAccessEnabled").asBoolean(),
                    answer.path("SendingEnabled").asBoolean(), answer.path("EnforcementStatus").asText(),
                    quota.path("Max24HourSend").asDouble(), quota.path("MaxSendRate").asDouble(),
                    quota.path("SentLast24Hours").asDouble());
        });
    }

    @Override
    public Look<ConfigurationSet> configurationSet() {
        var path = "configuration-sets/" + stack.output("ConfigurationSetName");
        var sends = mail("GetConfigurationSet", path,
                answer -> answer.path("SendingOptions").path("SendingEnabled").asBoolean(true));
        if (!(sends instanceof Look.Seen<Boolean>(var isOn))) {
            return sends.map(each -> new ConfigurationSet(each, List.of()));
        }
        return mail("GetConfigurationSetEventDestinations", path + "/event-destinations", answer -> {
            var destinations = new ArrayList<ConfigurationSet.Destination>();
            answer.path("EventDestinations").forEach(each -> destinations.add(new ConfigurationSet.Destination(
                    each.path("Name").asText(), each.path("Enabled").asBoolean(),
                    texts(each.path("MatchingEventTypes")), each.path("SnsDestination").path("TopicArn").asText())));
            return new ConfigurationSet(isOn, destinations);
        });
    }

    private <T> Look<T> mail(String action, String path, Function<JsonNode, T> fact) {
        return Looks.json(() -> cloud.calls().get(Service.SES_V2, action, "/v2/email/" + path, Map.of()), fact);
    }

    @Override
    public Look<List<ListFact>> lists() {
        return Looks.sdk("dynamodb:Query and dynamodb:GetItem on the table " + stack.output("TableName"), () -> {
            try (var client = Cloud.dynamoDb()) {
                var lists = new DynamoTable(client, stack.output("TableName")).lists();
                return new Look.Seen<>(lists.all().stream().map(list -> new ListFact(list.id(),
                        list.address().written(), lists.confirmedMembers(list.id()), list.profile().language()))
                        .toList());
            }
        });
    }

    @Override
    public Look<Boolean> keys() {
        return Looks.sdk("ssm:GetParameter on " + stack.output("SecretsParameter"), () -> {
            try (var parameters = Cloud.parameters()) {
                return parameters.find(stack.output("SecretsParameter")).isPresent()
                        ? new Look.Seen<>(true)
                        : new Look.Missing<>();
            }
        });
    }

    @Override
    public Look<RuleSet> activeRules() {
        return rules.active();
    }

    @Override
    public Look<RuleSet> rules(String set) {
        return rules.named(set);
    }

    @Override
    public Look<Policy> bucketPolicy() {
        return bucket.policy();
    }

    @Override
    public Look<List<Notification>> bucketNotifications() {
        return bucket.notifications();
    }

    @Override
    public Look<FunctionFact> function(String logicalName) {
        return switch (physical(logicalName)) {
            case Look.Seen<String>(var name) -> Looks.json(
                    () -> cloud.calls().get(Service.LAMBDA, "GetFunctionConfiguration",
                            LAMBDA + "functions/" + name + "/configuration", IN_USE),
                    answer -> new FunctionFact(name, answer.path("State").asText(),
                            answer.path("StateReason").asText()));
            case Look<String> other -> other.map(name -> new FunctionFact(name, "", ""));
        };
    }

    @Override
    public Look<Policy> functionPolicy(String logicalName) {
        return switch (physical(logicalName)) {
            case Look.Seen<String>(var name) -> Looks.json(
                    () -> cloud.calls().get(Service.LAMBDA, "GetPolicy", LAMBDA + "functions/" + name + "/policy",
                            IN_USE),
                    answer -> PolicyDocument.parse(answer.path("Policy").asText()));
            case Look<String> other -> other.map(_ -> new Policy(List.of()));
        };
    }

    @Override
    public Look<String> deliveries() {
        return switch (physical("DeliverFunctionRange")) {
            case Look.Seen<String>(var id) -> Looks.json(
                    () -> cloud.calls().get(Service.LAMBDA, "GetEventSourceMapping",
                            LAMBDA + "event-source-mappings/" + id, Map.of()),
                    answer -> answer.path("State").asText());
            case Look<String> other -> other;
        };
    }

    /** The name that CloudFormation gave to a part of the stack. */
    private Look<String> physical(String logicalName) {
        return Looks.xml(() -> cloud.calls().query(Service.CLOUD_FORMATION, "DescribeStackResource",
                Map.of("StackName", stack.name(), "LogicalResourceId", logicalName)),
                answer -> answer.text("PhysicalResourceId"));
    }

    @Override
    public Look<List<Subscription>> subscriptions(String topic) {
        return Looks.xml(() -> cloud.calls().query(Service.SNS, "ListSubscriptionsByTopic", Map.of("TopicArn", topic)),
                answer -> answer.members("Subscriptions").stream()
                        .map(each -> new Subscription(each.text("Protocol"), each.text("Endpoint"),
                                each.text("SubscriptionArn").startsWith("arn:")))
                        .toList());
    }

    @Override
    public Look<List<Alarm>> alarms() {
        return Looks.xml(
                () -> cloud.calls().query(Service.CLOUD_WATCH, "DescribeAlarms",
                        Map.of("AlarmNamePrefix", stack.name() + "-", "MaxRecords", "100")),
                answer -> answer.members("MetricAlarms").stream().filter(this::isOurs).map(AwsFacts::alarm).toList());
    }

    /** Another stack's name may begin with the name of this one. */
    private boolean isOurs(XmlElement alarm) {
        return alarm.text("AlarmActions").contains(stack.output("AlarmTopicArn"));
    }

    private static Alarm alarm(XmlElement alarm) {
        return new Alarm(alarm.text("AlarmName"), alarm.text("StateValue").equals("ALARM"),
                alarm.text("ActionsEnabled").equals("true"), alarm.text("AlarmDescription"));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    @Override
    public void close() {
        rules.close();
        bucket.close();
    }
}
