package org.clubpost.cli.aws;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.dynamodb.TableLayout;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.cli.doctor.fact.RecordType;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * The stack {@code club} for {@code lists.club.example} in eu-central-1 with the list {@code news}, and its DNS,
 * everything as it should be, on loopback: the table and the keys in moto's server, what describes the account in a
 * stub. While it is open, the SDK's system properties point to it.
 */
public final class RightSetUp implements AutoCloseable {

    /** The domain of the lists. */
    public static final String DOMAIN = "lists.club.example";
    /** The name of the keys. */
    public static final String SECRETS = "/clubpost/club/secrets";

    private static final String TABLE = "club-Table-1";
    private static final String BUCKET = "clubpost-mails-1";
    private static final String TOPICS = "arn:aws:sns:eu-central-1:111122223333:club-";
    private static final List<String> PROPERTIES = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region",
            "aws.endpointUrl", "aws.endpointUrlDynamoDb", "aws.endpointUrlSsm");

    private final AccountStub account = new AccountStub();
    private final DnsStub dns = new DnsStub();
    private final MotoServer moto = MotoServer.running();
    private final DynamoDbClient table = moto.at(DynamoDbClient.builder()).build();

    /** Opens it. */
    public RightSetUp() throws IOException {
        table.createTable(TableLayout.createTable(TABLE));
        lists().create(MailingList.create(new ListId("news"), DOMAIN, "News",
                List.of(EmailAddress.of("olga@club.example"))).with(Brand.NONE.withPostalAddress("1 King Street")));
        try (var parameters = moto.at(SsmClient.builder()).build()) {
            parameters.putParameter(request -> request.name(SECRETS).type(ParameterType.SECURE_STRING)
                    .value(InstallationSecrets.generate(new SecureRandom()).text()));
        }
        putStack();
        putMail();
        putRules();
        putFunctions();
        putNotices();
        putRecords();
        System.setProperty("aws.accessKeyId", "any");
        System.setProperty("aws.secretAccessKey", "any");
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.endpointUrl", account.endpoint().toString());
        System.setProperty("aws.endpointUrlDynamoDb", moto.endpoint().toString());
        System.setProperty("aws.endpointUrlSsm", moto.endpoint().toString());
    }

    /** The services that describe the account. */
    public AccountStub account() {
        return account;
    }

    /** The DNS. */
    public DnsStub dns() {
        return dns;
    }

    /** The lists in the table. */
    public Lists lists() {
        return new DynamoTable(table, TABLE).lists();
    }

    /** From now on mails are sent there. */
    public void sendThrough(SesStub ses) {
        account.passMailsTo(ses.endpoint());
    }

    /** From now on nobody may read the table. */
    public void tableIsForbidden() {
        account.refuse("dynamodb:Query", "AccessDeniedException");
        System.setProperty("aws.endpointUrlDynamoDb", account.endpoint().toString());
    }

    /** From now on nobody may read the keys. */
    public void keysAreForbidden() {
        account.refuse("ssm:GetParameter", "AccessDeniedException");
        System.setProperty("aws.endpointUrlSsm", account.endpoint().toString());
    }

    private void putStack() {
        account.answer("cloudformation:DescribeStacks club",
                stack("club", "UPDATE_COMPLETE",
                        """
                                <Parameters><member><ParameterKey>OwnerEmail</ParameterKey><ParameterValue>olga@club.example</ParameterValue></member>
                                <member><ParameterKey>Alarms</ParameterKey><ParameterValue>few</ParameterValue></member></Parameters>
                                <Outputs>%s</Outputs>"""
                                .formatted(outputs(Map.of("Version", "0.1.0", "Domain", DOMAIN, "TableName",
                                        TABLE, "MailBucketName", BUCKET, "SecretsParameter", SECRETS,
                                        "ConfigurationSetName", "club-set", "DistributionName", "d1.cloudfront.net",
                                        "QueueUrl", "https://sqs.eu-central-1.amazonaws.com/111122223333/club-queue",
                                        "AlarmTopicArn",
                                        TOPICS + "alarms", "FeedbackTopicArn", TOPICS + "feedback")))));
        Map.of("ReceiveFunction", "club-ReceiveFunction-1", "DeliverFunction", "club-DeliverFunction-1",
                "DeliverFunctionRange", "0f3c-1").forEach(
                        (logical, physical) -> account.answer("cloudformation:DescribeStackResource " + logical,
                                "<StackResourceDetail><PhysicalResourceId>" + physical
                                        + "</PhysicalResourceId></StackResourceDetail>"));
    }

    /** CloudFormation's description of a stack. */
    public static String stack(String name, String status, String more) {
        return """
                <Stacks><member><StackName>%1$s</StackName>
                <StackId>arn:aws:cloudformation:eu-central-1:111122223333:stack/%1$s/0b5a</StackId>
                <StackStatus>%2$s</StackStatus>%3$s</member></Stacks>""".formatted(name, status, more);
    }

    private static String outputs(Map<String, String> outputs) {
        var xml = new StringBuilder();
        outputs.forEach((key, value) -> xml.append("<member><OutputKey>" + key + "</OutputKey><OutputValue>" + value
                + "</OutputValue></member>"));
        return xml.toString();
    }

    private void putMail() {
        account.answer("ses:GetAccount",
                """
                        {"DedicatedIpAutoWarmupEnabled":false,"EnforcementStatus":"HEALTHY","ProductionAccessEnabled":true,\
                        "SendQuota":{"Max24HourSend":50000.0,"MaxSendRate":14.0,"SentLast24Hours":120.0},"SendingEnabled":true,\
                        "PricingAttributes":{"CurrentPlan":"NONE"}}""")
                .answer("ses:GetEmailIdentity",
                        """
                                {"IdentityType":"DOMAIN","FeedbackForwardingStatus":false,"VerifiedForSendingStatus":true,"VerificationStatus":"SUCCESS",\
                                "DkimAttributes":{"SigningEnabled":true,"Status":"SUCCESS","Tokens":["aaa","bbb","ccc"],\
                                "SigningHostedZone":"dkim.amazonses.com"},"MailFromAttributes":{"MailFromDomain":\
                                "bounce.lists.club.example","MailFromDomainStatus":"SUCCESS","BehaviorOnMxFailure":"USE_DEFAULT_VALUE"}}""")
                .answer("ses:GetConfigurationSet", """
                        {"ConfigurationSetName":"club-set","SendingOptions":{"SendingEnabled":true}}""")
                .answer("ses:GetConfigurationSetEventDestinations", """
                        {"EventDestinations":[{"Name":"feedback","Enabled":true,"MatchingEventTypes":\
                        ["BOUNCE","COMPLAINT","REJECT"],"SnsDestination":{"TopicArn":"%sfeedback"}}]}"""
                        .formatted(TOPICS));
    }

    private void putRules() {
        var rules = """
                <Metadata><Name>clubpost-club</Name></Metadata><Rules>%s</Rules>""".formatted(rule());
        account.answer("ses:DescribeActiveReceiptRuleSet", rules).answer("ses:DescribeReceiptRuleSet", rules)
                .answer("ses:DescribeReceiptRule", rule().replace("<member><Name>", "<Rule><Name>")
                        .replace("<ScanEnabled>true</ScanEnabled></member>", "<ScanEnabled>true</ScanEnabled></Rule>"))
                .answer("s3:GetBucketPolicy", """
                        {"Version":"2012-10-17","Statement":[{"Sid":"SesStoresMails","Effect":"Allow",\
                        "Principal":{"Service":"ses.amazonaws.com"},"Action":"s3:PutObject",\
                        "Resource":"arn:aws:s3:::%1$s/inbound/*","Condition":{\
                        "StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":\
                        "arn:aws:ses:eu-central-1:111122223333:receipt-rule-set/*:receipt-rule/club-*"}}},\
                        {"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*","Action":"s3:*",\
                        "Resource":["arn:aws:s3:::%1$s","arn:aws:s3:::%1$s/*"],\
                        "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""".formatted(BUCKET));
    }

    private static String rule() {
        return """
                <member><Name>club-news</Name><Enabled>true</Enabled><TlsPolicy>Require</TlsPolicy><Recipients>%s</Recipients>\
                <Actions><member><S3Action><BucketName>%s</BucketName><ObjectKeyPrefix>inbound/news/</ObjectKeyPrefix>\
                </S3Action></member></Actions><ScanEnabled>true</ScanEnabled></member>"""
                .formatted(recipients("news"), BUCKET);
    }

    /** The addresses of a list and of its domain, as they stand in the answer about its receipt rule. */
    public static String recipients(String list) {
        var ofTheList = Stream.of("", "-leave", "-owner", "-bounces", "-join", "-subscribe", "+join", "+subscribe",
                "-unsubscribe", "+leave", "+unsubscribe", "-confirm", "+confirm", "-help", "+help", "-request",
                "+request", "+owner", "-admin", "+admin", "+bounces").map(list::concat);
        return Stream.concat(ofTheList, Stream.of("postmaster", "abuse"))
                .map(local -> "<member>" + local + "@lists.club.example</member>").collect(Collectors.joining());
    }

    private void putFunctions() {
        account.answer("lambda:GetFunctionConfiguration", "{\"State\":\"Active\"}")
                .answer("lambda:GetEventSourceMapping", "{\"State\":\"Enabled\"}")
                .answer("lambda:GetPolicy",
                        """
                                {"Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\
                                \\"Principal\\":{\\"Service\\":\\"s3.amazonaws.com\\"},\\"Action\\":\\"lambda:InvokeFunction\\",\
                                \\"Resource\\":\\"arn:aws:lambda:eu-central-1:111122223333:function:club-ReceiveFunction-1:live\\",\
                                \\"Condition\\":{\\"StringEquals\\":{\\"AWS:SourceAccount\\":\\"111122223333\\"},\
                                \\"ArnLike\\":{\\"AWS:SourceArn\\":\\"arn:aws:s3:::%s\\"}}}]}"}"""
                                .formatted(BUCKET))
                .answer("s3:GetBucketNotification", """
                        <NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
                        <CloudFunctionConfiguration><Id>1</Id><CloudFunction>\
                        arn:aws:lambda:eu-central-1:111122223333:function:club-ReceiveFunction-1:live</CloudFunction>\
                        <Event>s3:ObjectCreated:*</Event><Filter><S3Key><FilterRule><Name>Prefix</Name>\
                        <Value>inbound/</Value></FilterRule></S3Key></Filter></CloudFunctionConfiguration>\
                        </NotificationConfiguration>""");
    }

    private void putNotices() {
        account.answer("sns:ListSubscriptionsByTopic " + TOPICS + "alarms", """
                <Subscriptions><member><Protocol>email</Protocol><Endpoint>olga@club.example</Endpoint>\
                <SubscriptionArn>%salarms:5b1e</SubscriptionArn></member></Subscriptions>""".formatted(TOPICS));
        account.answer("sns:ListSubscriptionsByTopic " + TOPICS + "feedback", """
                <Subscriptions><member><Protocol>lambda</Protocol><Endpoint>arn:aws:lambda:eu-central-1:111122223333:\
                function:club-FeedbackFunction-1:live</Endpoint><SubscriptionArn>%sfeedback:5b1e</SubscriptionArn>\
                </member></Subscriptions>""".formatted(TOPICS));
        account.answer("cloudwatch:DescribeAlarms",
                """
                        {"MetricAlarms":[%2$s,{"AlarmName":"club-two-Alarm-1","AlarmDescription":"Another stack's.",\
                        "StateValue":"ALARM","ActionsEnabled":true,"AlarmActions":["%1$stwo"]}]}"""
                        .formatted(TOPICS, String.join(",", alarm("Errors", "Functions fail again and again."),
                                alarm("StuckMail", "A part of a post has waited."),
                                alarm("Supervise", "Nothing looks."),
                                alarm("Unchecked", "A mail came without what SES finds."),
                                alarm("Unreceived", "A mail could not be taken in."))));
    }

    /** CloudWatch's description of an alarm of the stack's. */
    public static String alarm(String name, String description) {
        return """
                {"AlarmName":"club-%sAlarm-1","AlarmDescription":"%s","StateValue":"OK","ActionsEnabled":true,\
                "AlarmActions":["%salarms"]}""".formatted(name, description, TOPICS);
    }

    private void putRecords() {
        for (var token : List.of("aaa", "bbb", "ccc")) {
            dns.put(token + "._domainkey." + DOMAIN, RecordType.CNAME, token + ".dkim.amazonses.com");
        }
        dns.put("inbound-smtp.eu-central-1.amazonaws.com", RecordType.A, "192.0.2.1")
                .put(DOMAIN, RecordType.MX, "10 inbound-smtp.eu-central-1.amazonaws.com")
                .put("bounce." + DOMAIN, RecordType.MX, "10 feedback-smtp.eu-central-1.amazonses.com")
                .put("bounce." + DOMAIN, RecordType.TXT, "v=spf1 include:|amazonses.com ~all")
                .put("_dmarc." + DOMAIN, RecordType.TXT, "v=DMARC1; p=quarantine; rua=mailto:olga@club.example");
    }

    @Override
    public void close() throws IOException {
        PROPERTIES.forEach(System::clearProperty);
        account.close();
        dns.close();
        table.close();
        moto.reset();
    }
}
