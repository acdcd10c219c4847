package org.clubpost.cli.doctor.read;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
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
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;

/** Reads the facts from AWS and the DNS. */
public final class AwsFacts implements Facts {

    private final Cloud cloud;
    private final CloudStack stack;
    private final Look<Duration> clockAhead;
    private final Dns dns;
    private final Sending sending;
    private final ReceiptRules rules;
    private final MailBucket bucket;
    private final Functions functions;
    private final Notices notices;

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
        this.sending = new Sending(cloud);
        this.rules = new ReceiptRules(cloud);
        this.bucket = new MailBucket(cloud, stack.output("MailBucketName"), stack.account());
        this.functions = new Functions(cloud, stack);
        this.notices = new Notices(cloud);
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
        return sending.identity(stack.domain());
    }

    @Override
    public Look<SendingAccount> account() {
        return sending.account();
    }

    @Override
    public Look<ConfigurationSet> configurationSet() {
        return sending.configurationSet(stack.output("ConfigurationSetName"));
    }

    @Override
    public Look<List<ListFact>> lists() {
        return Looks.at("dynamodb:Query and dynamodb:GetItem on the table " + stack.output("TableName"), () -> {
            var lists = new DynamoTable(cloud.dynamoDb(), stack.output("TableName")).lists();
            return lists.all().stream().map(list -> new ListFact(list.id(), list.address().written(),
                    otherAddresses(list),
                    lists.confirmedMembers(list.id()), list.profile().language(),
                    !list.brand().postalAddress().isEmpty())).toList();
        });
    }

    @Override
    public Look<Boolean> keys() {
        var name = stack.output("SecretsParameter");
        return Looks.at("ssm:GetParameter on " + name, () -> !cloud.ssm()
                .getParameter(request -> request.name(name).withDecryption(true)).parameter().value().isEmpty());
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
        return functions.function(logicalName);
    }

    @Override
    public Look<Policy> functionPolicy(String logicalName) {
        return functions.policy(logicalName);
    }

    @Override
    public Look<String> deliveries() {
        return functions.deliveries();
    }

    @Override
    public Look<List<Subscription>> subscriptions(String topic) {
        return notices.subscriptions(topic);
    }

    @Override
    public Look<String> edgePlan() {
        return Looks.at("cloudformation:DescribeStackResource", () -> cloud.cloudFormation("us-east-1")
                .describeStackResource(request -> request.stackName(stack.edgeStackName()).logicalResourceId("Plan"))
                .stackResourceDetail().physicalResourceId());
    }

    @Override
    public Look<List<Alarm>> alarms() {
        return notices.alarms(stack);
    }

    private static List<String> otherAddresses(MailingList list) {
        return Stream.concat(
                Stream.of(ListRole.values()).flatMap(role -> role.localParts(list.id()).stream())
                        .map(local -> local + "@" + list.domain()),
                list.groupAddresses().stream().map(EmailAddress::ascii)).toList();
    }
}
