package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clubpost.cli.aws.RightSetUp;
import org.clubpost.cli.doctor.fact.RecordType;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The real command against an account and a DNS in which everything is right, and in which one thing is wrong. */
final class DoctorIT {

    private static final String DOMAIN = RightSetUp.DOMAIN;
    private static final String STACK = "cloudformation:DescribeStacks club";

    private Duration clockAhead = Duration.ZERO;
    private RightSetUp setUp;

    /** How a command ended. */
    private record Answer(int code, String out, String err) {

        /** The lines that do not say that something is right, without what is to be done. */
        private List<String> faults() {
            return out.lines().filter(line -> line.startsWith("WRONG") || line.startsWith("warn")
                    || line.startsWith("?")).map(line -> line.replaceAll(" {2,}", " ")).toList();
        }
    }

    @BeforeEach
    void open() throws IOException {
        ServiceLog.silence();
        setUp = new RightSetUp();
    }

    @AfterEach
    void close() throws IOException {
        setUp.close();
    }

    private Answer doctor(String... options) {
        var arguments = new ArrayList<>(List.of("doctor", "--stack", "club", "--dns", setUp.dns().server()));
        arguments.addAll(List.of(options));
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(() -> Instant.now().plus(clockAhead), new PrintWriter(out, true),
                new PrintWriter(err, true), arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    @Test
    void rightSetUpIsRightInEveryLine() {
        var answer = doctor();

        assertEquals(List.of(), answer.faults(), answer.out());
        assertEquals(0, answer.code(), answer.err());
        for (var subject : List.of("clock", "stack", "version", "region", "identity", "DKIM", "MAIL FROM", "SPF",
                "DMARC", "MX", "sandbox", "sending", "quota", "SES plan", "configuration set", "bounce reports",
                "bounces by mail", "keys", "rule set", "rule of news", "languages", "postal address", "bucket policy",
                "CloudFront",
                "receive function", "receiving", "permission",
                "deliver function",
                "delivery", "postmaster", "alarm mails", "what comes back", "alarms")) {
            assertTrue(answer.out().contains("\nright  " + subject) || answer.out().startsWith("right  " + subject),
                    subject + " is not looked at:\n" + answer.out());
        }
        assertTrue(answer.out().endsWith("\nMail flows.\n"), answer.out());
        assertEquals("", answer.err());
    }

    @Test
    void operatorWhoseAddressIsOfTheListsOwnDomainIsToldThatItDoesNotCount() {
        setUp.account().change(STACK, "olga@club.example", "Olga@" + DOMAIN);

        var answer = doctor();

        assertTrue(answer.faults().toString().contains("postmaster"), answer.out());
        assertTrue(answer.out().contains("Update the stack with an OwnerEmail that is not of " + DOMAIN),
                answer.out());
    }

    @Test
    void operatorWithoutAnAddressThatWeKnowIsTold() {
        setUp.account().change(STACK, "olga@club.example", "olga..x@club");

        var answer = doctor();

        assertTrue(answer.faults().toString().contains("is no e-mail address for Clubpost"), answer.out());
    }

    @Test
    void alarmsThatAreOffByChoiceAreNoFault() {
        setUp.account().change(STACK, "<ParameterValue>few<", "<ParameterValue>none<")
                .answer("cloudwatch:DescribeAlarms", "{}");

        var answer = doctor();

        assertEquals(List.of(), answer.faults(), answer.out());
        assertTrue(answer.out().contains("there are none; 11 are off by choice (Alarms=none)"), answer.out());
    }

    @Test
    void alarmsThatAreMadeAreNamedBesideThoseThatAreOff() {
        var answer = doctor();

        assertTrue(answer.out().contains("none of 5 rings; 6 are off by choice (Alarms=few)"), answer.out());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                broken("stack half made", s -> s.account().change(STACK, "UPDATE_COMPLETE", "UPDATE_ROLLBACK_FAILED"),
                        "WRONG stack club in eu-central-1 is UPDATE_ROLLBACK_FAILED: the last update failed, and so did the "
                                + "way back",
                        "aws cloudformation describe-stack-events --stack-name club"),
                broken("region without receiving",
                        s -> s.dns().remove("inbound-smtp.eu-central-1.amazonaws.com"),
                        "WRONG region SES does not receive mail in eu-central-1 (there is no "
                                + "inbound-smtp.eu-central-1.amazonaws.com)",
                        "Deploy in a region where it does"),
                broken("identity deleted", s -> s.account().refuse("ses:GetEmailIdentity", "NotFoundException"),
                        List.of("WRONG identity SES does not know lists.club.example",
                                "? MAIL FROM could not look: it is not there"),
                        "--deployment-mode REVERT_DRIFT --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND "
                                + "--parameters ParameterKey=Alarms,UsePreviousValue=true "
                                + "ParameterKey=OwnerEmail,UsePreviousValue=true"),
                broken("identity not verified",
                        s -> s.account().change("ses:GetEmailIdentity", "\"VerifiedForSendingStatus\":true",
                                "\"VerifiedForSendingStatus\":false"),
                        "WRONG identity SES has not yet verified lists.club.example", "SES looks again within hours"),
                broken("DKIM record missing", s -> s.dns().remove("bbb._domainkey." + DOMAIN),
                        "WRONG DKIM record there is no bbb._domainkey.lists.club.example",
                        "add: bbb._domainkey.lists.club.example CNAME bbb.dkim.amazonses.com"),
                broken("DKIM record mistyped",
                        s -> s.dns().put("bbb._domainkey." + DOMAIN, RecordType.CNAME,
                                "bbb.dkim.amazonses.com.club.example"),
                        "WRONG DKIM record bbb._domainkey.lists.club.example is bbb.dkim.amazonses.com.club.example, "
                                + "and should be bbb.dkim.amazonses.com",
                        "change the record to: bbb._domainkey.lists.club.example CNAME bbb.dkim.amazonses.com"),
                broken("MX missing", s -> s.dns().put(DOMAIN, RecordType.MX),
                        "WRONG MX there is no MX record for lists.club.example: no mail to a list arrives",
                        "add: lists.club.example MX 10 inbound-smtp.eu-central-1.amazonaws.com"),
                broken("MX of another region",
                        s -> s.dns().put(DOMAIN, RecordType.MX, "10 inbound-smtp.us-east-1.amazonaws.com"),
                        "WRONG MX lists.club.example is 10 inbound-smtp.us-east-1.amazonaws.com: mail to the lists goes "
                                + "elsewhere",
                        "change the record to: lists.club.example MX 10 inbound-smtp.eu-central-1.amazonaws.com"),
                broken("another MX goes before",
                        s -> s.dns().put(DOMAIN, RecordType.MX, "10 inbound-smtp.eu-central-1.amazonaws.com",
                                "5 mail.club.example"),
                        "WRONG MX lists.club.example is 5 mail.club.example and 10 "
                                + "inbound-smtp.eu-central-1.amazonaws.com: mail goes to the first of them",
                        "leave only: lists.club.example MX 10"),
                broken("sandbox",
                        s -> s.account().change("ses:GetAccount", "\"ProductionAccessEnabled\":true",
                                "\"ProductionAccessEnabled\":false"),
                        "WRONG sandbox the account is in the sandbox: it may write to verified addresses only",
                        "Request production access"),
                broken("sending switched off",
                        s -> s.account().change("ses:GetAccount", "\"SendingEnabled\":true",
                                "\"SendingEnabled\":false"),
                        "WRONG sending sending is switched off for the account",
                        "aws sesv2 put-account-sending-attributes --sending-enabled --region eu-central-1"),
                broken("account stopped", s -> s.account().change("ses:GetAccount", "HEALTHY", "SHUTDOWN"),
                        "WRONG sending AWS has stopped this account from sending (SHUTDOWN)", "Support Center"),
                broken("quota used up", s -> s.account().change("ses:GetAccount", "120.0", "50000.0"),
                        "WRONG quota 50,000 of 50,000 mails in 24 hours are sent, 14 a second",
                        "Posts go on by themselves when the day is over."),
                broken("configuration set gone",
                        s -> s.account().refuse("ses:GetConfigurationSet", "NotFoundException"),
                        "WRONG configuration set there is no configuration set club-set, which every copy of a post names",
                        "aws sesv2 create-configuration-set --configuration-set-name club-set"),
                broken("configuration set switched off",
                        s -> s.account().change("ses:GetConfigurationSet", "true", "false"),
                        "WRONG configuration set sending is switched off for club-set",
                        "aws sesv2 put-configuration-set-sending-options --sending-enabled"),
                broken("keys gone", s -> s.account().change(STACK, RightSetUp.SECRETS, "/clubpost/club/lost"),
                        "WRONG keys there is no parameter /clubpost/club/lost", "aws ssm put-parameter"),
                broken("table gone", s -> s.account().change(STACK, "club-Table-1", "club-Table-2"),
                        "WRONG table there is no table club-Table-2",
                        "Bring it back from a backup"),
                broken("no set of rules active", s -> s.account().answer("ses:DescribeActiveReceiptRuleSet", ""),
                        "WRONG rule set no set of receipt rules is active: SES refuses all mail",
                        "aws ses set-active-receipt-rule-set --rule-set-name clubpost-club"),
                broken("list without a rule",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "club-news", "club-other"),
                        "WRONG rule of news clubpost-club has no rule club-news: mail to news@lists.club.example is refused",
                        "./clubpost doctor --stack club --fix"),
                broken("rule switched off",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "<Enabled>true", "<Enabled>false"),
                        "WRONG rule of news club-news is switched off: mail to news@lists.club.example is refused",
                        "./clubpost doctor --stack club --fix"),
                broken("rule for others",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "<member>news@", "<member>old@"),
                        "WRONG rule of news club-news is not for news@lists.club.example",
                        "aws cloudformation delete-stack --stack-name club-list-news && "),
                broken("rule into another bucket",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "clubpost-mails-1", "elsewhere"),
                        "WRONG rule of news club-news does not store mails in clubpost-mails-1",
                        "aws cloudformation delete-stack --stack-name club-list-news && "),
                broken("rule with another prefix",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "inbound/news/", "inbound/news"),
                        "WRONG rule of news club-news stores mails under \"inbound/news\", but should store "
                                + "them under \"inbound/news/\"",
                        "aws cloudformation delete-stack --stack-name club-list-news && "),
                broken("another rule ends it before",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "<Rules>",
                                "<Rules><member><Name>theirs</Name><Enabled>true</Enabled><Recipients><member>club.example"
                                        + "</member><member>.club.example</member></Recipients><Actions><member><StopAction>"
                                        + "<Scope>RuleSet</Scope></StopAction></member></Actions></member>"),
                        "WRONG rule of news the rule theirs comes before club-news and ends the evaluation",
                        "Put club-news first"),
                broken("bucket policy of another account",
                        s -> s.account().change("s3:GetBucketPolicy", "111122223333\"}", "999999999999\"}"),
                        "WRONG bucket policy nothing allows SES to store mails in clubpost-mails-1",
                        "REVERT_DRIFT"),
                broken("bucket policy that denies",
                        s -> s.account().change("s3:GetBucketPolicy", "\"aws:SecureTransport\":\"false\"",
                                "\"aws:SecureTransport\":\"true\""),
                        "WRONG bucket policy SES is forbidden to store mails in clubpost-mails-1", "REVERT_DRIFT"),
                broken("bucket without a policy", s -> s.account().refuse("s3:GetBucketPolicy", "NoSuchBucketPolicy"),
                        "WRONG bucket policy there is no bucket clubpost-mails-1, or it has no policy",
                        "REVERT_DRIFT"),
                broken("function failed",
                        s -> s.account().answer("lambda:GetFunctionConfiguration",
                                "{\"State\":\"Failed\",\"StateReason\":\"why not\"}"),
                        List.of("WRONG receive function club-ReceiveFunction-1 is Failed why not",
                                "WRONG deliver function club-DeliverFunction-1 is Failed why not"),
                        "sam deploy --parameter-overrides KeyVersion=2"),
                broken("bucket tells nobody",
                        s -> s.account().answer("s3:GetBucketNotification", "<NotificationConfiguration/>"),
                        "WRONG receiving the bucket does not tell club-ReceiveFunction-1 of mails under inbound/",
                        "Event notifications"),
                broken("bucket may not call",
                        s -> s.account().refuse("lambda:GetPolicy", "ResourceNotFoundException"),
                        "WRONG permission the bucket may not call the function, so no mail is taken in",
                        "aws lambda add-permission --function-name club-ReceiveFunction-1 --qualifier live"),
                broken("another bucket may call",
                        s -> s.account().change("lambda:GetPolicy", "clubpost-mails-1", "clubpost-mails-2"),
                        "WRONG permission the bucket may not call the function, so no mail is taken in",
                        "aws lambda add-permission --function-name club-ReceiveFunction-1 --qualifier live"),
                broken("deliveries switched off",
                        s -> s.account().change("lambda:GetEventSourceMapping", "Enabled", "Disabled"),
                        "WRONG delivery the queue is not handed to the function that sends (Disabled): posts wait",
                        "Triggers"));
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                broken("another version", s -> s.account().change(STACK, ">0.1.0<", ">0.0.9<"),
                        "warn version the stack's is 0.0.9, this program's is 0.1.0", "sam deploy"),
                broken("last update failed",
                        s -> s.account().change(STACK, "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"),
                        "warn stack club in eu-central-1 is UPDATE_ROLLBACK_COMPLETE: the last update failed, and the "
                                + "stack is as it was before",
                        "describe-stack-events"),
                broken("DKIM pending",
                        s -> s.account().change("ses:GetEmailIdentity", "\"Status\":\"SUCCESS\"",
                                "\"Status\":\"PENDING\""),
                        "warn DKIM SES says PENDING: mails are not yet signed for lists.club.example",
                        "SES looks again within hours"),
                broken("no MAIL FROM domain",
                        s -> s.account().change("ses:GetEmailIdentity", "\"bounce.lists.club.example\"", "\"\""),
                        "warn MAIL FROM there is no MAIL FROM domain",
                        "--mail-from-domain bounce.lists.club.example"),
                broken("MX of the MAIL FROM domain missing",
                        s -> s.dns().put("bounce." + DOMAIN, RecordType.MX),
                        "warn MAIL FROM MX there is no bounce.lists.club.example",
                        "add: bounce.lists.club.example MX 10 feedback-smtp.eu-central-1.amazonses.com"),
                broken("SPF missing", s -> s.dns().put("bounce." + DOMAIN, RecordType.TXT, "something else"),
                        "warn SPF there is no SPF record at bounce.lists.club.example",
                        "add: bounce.lists.club.example TXT \"v=spf1 include:amazonses.com ~all\""),
                broken("SPF without SES", s -> s.dns().put("bounce." + DOMAIN, RecordType.TXT, "v=spf1 mx -all"),
                        "warn SPF the SPF record at bounce.lists.club.example does not name SES",
                        "Change the record to"),
                broken("two SPF records",
                        s -> s.dns().put("bounce." + DOMAIN, RecordType.TXT, "v=spf1 mx -all",
                                "v=spf1 include:amazonses.com ~all"),
                        "warn SPF bounce.lists.club.example has 2 SPF records, so none counts (RFC 7208 section 4.5)",
                        "Leave only"),
                broken("DMARC missing", s -> s.dns().remove("_dmarc." + DOMAIN),
                        "warn DMARC there is no DMARC record for lists.club.example",
                        "_dmarc.lists.club.example TXT \"v=DMARC1; p=quarantine; rua=mailto:olga@club.example\""),
                broken("DMARC with a mistake",
                        s -> s.dns().put("_dmarc." + DOMAIN, RecordType.TXT, "v=DMARC1; p=rejct"),
                        "warn DMARC _dmarc.lists.club.example says p=rejct, which is no policy: it counts as none",
                        "change the record to"),
                broken("DMARC with a mistake above", s -> {
                    s.dns().remove("_dmarc." + DOMAIN);
                    s.dns().put("_dmarc.club.example", RecordType.TXT, "v=DMARC1; p=reject; sp=non");
                }, "warn DMARC _dmarc.club.example says sp=non, which is no policy: it counts as none",
                        "give the lists a record of their own"),
                broken("two DMARC records",
                        s -> s.dns().put("_dmarc." + DOMAIN, RecordType.TXT, "v=DMARC1; p=none", "v=DMARC1; p=reject"),
                        "warn DMARC _dmarc.lists.club.example has several records, so none counts", "leave only one"),
                broken("two DMARC records above", s -> {
                    s.dns().remove("_dmarc." + DOMAIN);
                    s.dns().put("_dmarc.club.example", RecordType.TXT, "v=DMARC1; p=none", "v=DMARC1; p=reject");
                }, "warn DMARC there is no DMARC record for lists.club.example (_dmarc.club.example has several records, "
                        + "so none counts)", "add: _dmarc.lists.club.example TXT"),
                broken("plan that costs more",
                        s -> s.account().change("ses:GetAccount", "\"NONE\"", "\"ESSENTIALS\""),
                        "warn SES plan it is ESSENTIALS: a post to all 0 members costs 0.00000 dollars, and by use 0.00000",
                        "aws sesv2 put-account-pricing-attributes --plan NONE --region eu-central-1"),
                broken("plan with a fee", s -> s.account().change("ses:GetAccount", "\"NONE\"",
                        "\"NONE\",\"NextPlan\":\"PRO\""),
                        "warn SES plan it is PRO from the next month on, 105 dollars a month: a post to all 0 members costs "
                                + "0.00000 dollars, and by use 0.00000",
                        "--plan NONE"),
                broken("bounces come twice",
                        s -> s.account().change("ses:GetEmailIdentity", "\"FeedbackForwardingStatus\":false",
                                "\"FeedbackForwardingStatus\":true"),
                        "warn bounces by mail SES mails each bounce to the list too, although it reports them",
                        "--no-email-forwarding-enabled --email-identity lists.club.example"),
                broken("account under review", s -> s.account().change("ses:GetAccount", "HEALTHY", "PROBATION"),
                        "warn sending AWS reviews this account (PROBATION)", "Support Center"),
                broken("quota nearly used up", s -> s.account().change("ses:GetAccount", "120.0", "45000.0"),
                        "warn quota 45,000 of 50,000 mails in 24 hours are sent, 14 a second",
                        "Request a limit increase"),
                broken("bounces reported to nobody",
                        s -> s.account().answer("ses:GetConfigurationSetEventDestinations",
                                "{\"EventDestinations\":[]}"),
                        "warn bounce reports SES reports bounces and complaints to nobody",
                        "aws sesv2 create-configuration-set-event-destination --configuration-set-name club-set"),
                broken("event destination switched off",
                        s -> s.account().change("ses:GetConfigurationSetEventDestinations", "true", "false"),
                        "warn bounce reports the event destination feedback is switched off", "Event destinations"),
                broken("complaints not reported",
                        s -> s.account().change("ses:GetConfigurationSetEventDestinations", "\"COMPLAINT\",", ""),
                        "warn bounce reports SES does not report: COMPLAINT", "Event destinations"),
                broken("rule without a scan",
                        s -> s.account().change("ses:DescribeActiveReceiptRuleSet", "<ScanEnabled>true",
                                "<ScanEnabled>false"),
                        "warn rule of news club-news does not have mails scanned for spam and viruses", "--fix"),
                broken("language that we do not know", s -> {
                    var list = s.lists().find(new ListId("news")).orElseThrow();
                    s.lists().replace(list, list.with(list.profile().withLanguage(Locale.JAPANESE)));
                }, "warn language of news news is set to ja, which Clubpost does not know: its pages and mails are English",
                        "Choose one of en, de, fr, es, it, nl, pl, pt: ./clubpost list set news language=en --stack club"),
                broken("no list", s -> s.lists().remove(new ListId("news")), "warn lists there is no list yet",
                        "./clubpost list create news --name \"Club News\" --owner olga@club.example --stack club"),
                broken("alarm mails not confirmed",
                        s -> s.account().change(
                                "sns:ListSubscriptionsByTopic arn:aws:sns:eu-central-1:111122223333:club-alarms",
                                "arn:aws:sns:eu-central-1:111122223333:club-alarms:5b1e", "PendingConfirmation"),
                        "warn alarm mails nobody gets them: the subscription is not confirmed", "Click the link"),
                broken("no function hears of bounces",
                        s -> s.account().answer(
                                "sns:ListSubscriptionsByTopic arn:aws:sns:eu-central-1:111122223333:club-feedback",
                                "<Subscriptions/>"),
                        "warn what comes back no function hears of bounces and complaints",
                        "--deployment-mode REVERT_DRIFT"),
                broken("alarm rings",
                        s -> s.account().change("cloudwatch:DescribeAlarms", "again.\",\"StateValue\":\"OK\"",
                                "again.\",\"StateValue\":\"ALARM\""),
                        "warn alarms club-ErrorsAlarm-1 rings: Functions fail again and again.",
                        "docs/operations.md"),
                broken("one alarm gone",
                        s -> s.account().change("cloudwatch:DescribeAlarms", "club-StuckMailAlarm-1",
                                "club-StuckMail-by-hand"),
                        "warn alarms missing, though Alarms is few: StuckMailAlarm",
                        "aws cloudformation execute-change-set --stack-name club --change-set-name bring-back"),
                broken("alarms wanted that are not there",
                        s -> s.account().change(STACK, "<ParameterValue>few<", "<ParameterValue>all<"),
                        "warn alarms missing, though Alarms is all: BounceRateAlarm, BouncesAlarm, ComplaintRateAlarm, "
                                + "DeadLettersAlarm, FeedbackAlarm, PagesAlarm",
                        "aws cloudformation execute-change-set --stack-name club --change-set-name bring-back"),
                broken("alarms gone", s -> s.account().answer("cloudwatch:DescribeAlarms", "{}"),
                        "warn alarms there are none",
                        "aws cloudformation execute-change-set --stack-name club --change-set-name bring-back"),
                broken("alarms gone from a stack of an older version",
                        s -> s.account().change(STACK, "<ParameterKey>Alarms<", "<ParameterKey>Other<")
                                .answer("cloudwatch:DescribeAlarms", "{}"),
                        "warn alarms there are none",
                        "aws cloudformation execute-change-set --stack-name club --change-set-name bring-back"));
    }

    static Stream<Arguments> forbidden() {
        return Map.ofEntries(Map.entry("ses:GetEmailIdentity", List.of("identity", "MAIL FROM")),
                Map.entry("ses:GetAccount", List.of("sending", "SES plan")),
                Map.entry("ses:GetConfigurationSet", List.of("configuration set")),
                Map.entry("ses:GetConfigurationSetEventDestinations", List.of("configuration set")),
                Map.entry("ses:DescribeActiveReceiptRuleSet", List.of("rule set")),
                Map.entry("s3:GetBucketPolicy", List.of("bucket policy")),
                Map.entry("s3:GetBucketNotification", List.of("receiving")),
                Map.entry("cloudformation:DescribeStackResource",
                        List.of("receive function", "deliver function", "delivery")),
                Map.entry("lambda:GetFunctionConfiguration", List.of("receive function", "deliver function")),
                Map.entry("lambda:GetPolicy", List.of("permission")),
                Map.entry("lambda:GetEventSourceMapping", List.of("delivery")),
                Map.entry("sns:ListSubscriptionsByTopic", List.of("alarm mails", "what comes back")),
                Map.entry("cloudwatch:DescribeAlarms", List.of("alarms"))).entrySet().stream()
                .map(each -> argumentSet(each.getKey(), each.getKey(), each.getValue()));
    }

    private static Arguments broken(String name, Consumer<RightSetUp> fault, String line, String remedy) {
        return broken(name, fault, List.of(line), remedy);
    }

    private static Arguments broken(String name, Consumer<RightSetUp> fault, List<String> lines, String remedy) {
        return argumentSet(name, fault, lines, remedy);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void faultThatStopsMailIsNamedWithWhatToDo(Consumer<RightSetUp> fault, List<String> lines, String remedy) {
        fault.accept(setUp);

        var answer = doctor();

        assertEquals(lines, answer.faults(), answer.out());
        assertTrue(answer.out().contains(remedy), answer.out());
        Advice.assertSound(answer.out());
        assertEquals(1, answer.code());
        assertTrue(answer.out().contains("\nMail does not flow: "), answer.out());
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void faultThatDoesNotStopMailIsAWarning(Consumer<RightSetUp> fault, List<String> lines, String remedy) {
        fault.accept(setUp);

        var answer = doctor();

        assertEquals(lines, answer.faults(), answer.out());
        assertTrue(answer.out().contains(remedy), answer.out());
        Advice.assertSound(answer.out());
        assertEquals(0, answer.code());
        assertTrue(answer.out().endsWith("\nMail flows, 1 to be looked at.\n"), answer.out());
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void whatMayNotBeLookedAtIsSaidWithThePermissionThatIsMissing(String permission, List<String> subjects) {
        setUp.account().refuse(permission, "AccessDeniedException");

        var answer = doctor();

        assertEquals(subjects.size(), answer.faults().size(), answer.out());
        for (var subject : subjects) {
            assertTrue(answer.faults().stream().anyMatch(line -> line.startsWith(
                    "? " + subject + " could not look: the permission " + permission) && line.endsWith("is missing")),
                    answer.out());
        }
        assertEquals(0, answer.code());
        assertEquals("", answer.err());
    }

    @Test
    void keysThatMayNotBeReadAreNoCrash() {
        setUp.keysAreForbidden();

        var answer = doctor();

        assertEquals(1, answer.faults().size(), answer.out());
        assertEquals("? keys could not look: the permission ssm:GetParameter on /clubpost/club/secrets is missing",
                answer.faults().getFirst());
    }

    @Test
    void tableThatMayNotBeReadIsNoCrash() {
        setUp.tableIsForbidden();

        var answer = doctor();

        assertEquals(List.of("? lists could not look: the permission dynamodb:Query and dynamodb:GetItem on the table "
                + "club-Table-1 is missing"), answer.faults(), answer.out());
        assertEquals(0, answer.code());
    }

    @Test
    void clockThatIsALittleOffIsAWarning() {
        clockAhead = Duration.ofMinutes(2);

        var answer = doctor();

        assertEquals(1, answer.faults().size(), answer.out());
        assertTrue(answer.faults().getFirst().matches("warn clock 1[12]\\d seconds ahead of AWS's"), answer.out());
        assertTrue(answer.out().contains("timedatectl set-ntp true"), answer.out());
        assertEquals(0, answer.code());
    }

    @Test
    void clockThatIsFarOffIsWrong() {
        clockAhead = Duration.ofHours(-1);

        var answer = doctor();

        assertEquals(1, answer.faults().size(), answer.out());
        assertTrue(answer.faults().getFirst().matches(
                "WRONG clock 3[56]\\d\\d seconds behind AWS's, which refuses calls from five minutes on"),
                answer.out());
        assertEquals(1, answer.code());
    }

    @Test
    void clockIsNamedWhenAwsRefusesEveryCallBecauseOfIt() {
        clockAhead = Duration.ofHours(-1);
        setUp.account().refuse("cloudformation:DescribeStacks", "SignatureDoesNotMatch");

        var answer = doctor();

        assertEquals(1, answer.code());
        assertTrue(
                answer.err().matches("clubpost: AWS refuses calls because this machine's clock is 3[56]\\d\\d seconds "
                        + "behind. Set it by network time.\n"),
                answer.err());
    }

    @Test
    void dnsThatDoesNotAnswerIsNoFault() {
        setUp.dns().refuse();

        var answer = doctor();

        assertEquals(0, answer.code(), answer.out());
        assertTrue(answer.faults().contains("? MX could not look: the DNS does not answer for lists.club.example"),
                answer.out());
    }

    @Test
    void dmarcRecordOfTheDomainAboveCounts() {
        setUp.dns().remove("_dmarc." + DOMAIN);
        setUp.dns().put("_dmarc.club.example", RecordType.TXT, "v=DMARC1; p=reject");

        var answer = doctor();

        assertEquals(List.of(), answer.faults(), answer.out());
        assertTrue(answer.out().contains("_dmarc.club.example says reject"), answer.out());
    }

    /** RFC 9989: a record may lack p, its t lessens it by one step, sp is for domains below, and pct is gone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "v=DMARC1; rua=mailto:olga@club.example      | _dmarc.club.example says none (it has no p)",
                    "v=DMARC1;p=reject;t=y                       | _dmarc.club.example says reject as a test (t=y)",
                    "v = DMARC1 ; sp=quarantine; p=reject; pct=0 | _dmarc.club.example says quarantine",
                    "v=DMARC1; p=reject; np=none; psd=n; x=y     | _dmarc.club.example says reject"})
    void dmarcRecordOfTheOrganizationIsReadAsReceiversReadIt(String record, String said) {
        setUp.dns().remove("_dmarc." + DOMAIN);
        setUp.dns().put("_dmarc.club.example", RecordType.TXT, record);

        var answer = doctor();

        assertEquals(List.of(), answer.faults(), answer.out());
        assertTrue(answer.out().contains(said), answer.out());
    }

    @Test
    void recordsOfMoreThanOneDomainAboveLeaveItToTheHighest() {
        setUp.dns().remove("_dmarc." + DOMAIN);
        setUp.dns().put("_dmarc.club.example", RecordType.TXT, "v=DMARC1; p=reject").put("_dmarc.example",
                RecordType.TXT, "v=DMARC1; p=none");

        assertTrue(doctor().out().contains("_dmarc.example says none"));

        setUp.dns().put("_dmarc.example", RecordType.TXT, "v=DMARC1; p=none; psd=y");

        assertTrue(doctor().out().contains("_dmarc.club.example says reject"));
    }

    @Test
    void listWithANameThatIsReservedNowKeepsItsMail() {
        setUp.lists().create(MailingList.create(new ListId("board-help"), DOMAIN, "Help",
                List.of(EmailAddress.of("olga@club.example"))).with(Brand.NONE.withPostalAddress("1 King Street")));
        setUp.account().change("ses:DescribeActiveReceiptRuleSet", "<Rules>",
                "<Rules><member><Name>club-board-help</Name><Enabled>true</Enabled><Recipients>"
                        + RightSetUp.recipients("board-help") + "</Recipients><Actions><member><S3Action>"
                        + "<BucketName>clubpost-mails-1</BucketName><ObjectKeyPrefix>inbound/board-help/</ObjectKeyPrefix>"
                        + "</S3Action></member></Actions><ScanEnabled>true</ScanEnabled></member>");

        var answer = doctor();

        assertEquals(1, answer.faults().size(), answer.out());
        assertTrue(answer.faults().getFirst().startsWith("warn name of board-help"), answer.out());
        assertEquals(0, answer.code());
        Advice.assertSound(answer.out());
    }

    @Test
    void stackWithoutCloudFrontIsRight() {
        setUp.account().change(STACK, "DistributionName", "SomethingElse");

        var answer = doctor();

        assertEquals(List.of(), answer.faults(), answer.out());
        assertTrue(answer.out().contains("the pages do without it"), answer.out());
    }

    @Test
    void webAclWithoutAPlanIsSaidToCost() {
        setUp.account().change(STACK, "<Parameters>", "<Parameters><member><ParameterKey>WebAclArn</ParameterKey>"
                + "<ParameterValue>arn:aws:wafv2:us-east-1:111122223333:global/webacl/club-edge/1</ParameterValue></member>");

        var answer = doctor();

        assertEquals(
                List.of("warn CloudFront d1.cloudfront.net has a web ACL, but the stack club-edge has no plan for it: "
                        + "six dollars a month"),
                answer.faults(), answer.out());
        Advice.assertSound(answer.out());

        setUp.account().answer("cloudformation:DescribeStackResource Plan",
                "<StackResourceDetail><PhysicalResourceId>arn:aws:pricingplanmanager::1:subscription/1</PhysicalResourceId>"
                        + "</StackResourceDetail>");

        assertEquals(List.of(), doctor().faults());
    }

    /** Where the making of the stack itself went wrong, it has no outputs, and nothing else can be looked at. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "ROLLBACK_COMPLETE      | WRONG | When the first deployment fails",
                    "CREATE_FAILED          | WRONG | When the first deployment fails",
                    "REVIEW_IN_PROGRESS     | WRONG | Deploy it",
                    "CREATE_IN_PROGRESS     | warn  | Wait until it is done",
                    "UPDATE_ROLLBACK_FAILED | WRONG | aws cloudformation continue-update-rollback --stack-name club",
                    "DELETE_FAILED          | WRONG | Removing it"})
    void stackThatIsHalfMadeIsOneFindingWithWhatToDo(String status, String verdict, String remedy) {
        setUp.account().answer(STACK, RightSetUp.stack("club", status, ""));

        var answer = doctor();

        assertEquals(1, answer.faults().size(), answer.out());
        assertTrue(answer.faults().getFirst().startsWith(verdict + " stack club in eu-central-1 is " + status),
                answer.out());
        assertTrue(answer.out().contains(remedy), answer.out());
        assertEquals(verdict.equals("WRONG") ? 1 : 0, answer.code());
        Advice.assertSound(answer.out());
    }

    /** CloudFormation would make a new table, an empty one, where the old one is gone. */
    @Test
    void nothingIsBroughtBackBeforeTheTable() {
        setUp.account().change(STACK, "club-Table-1", "club-Table-2").answer("cloudwatch:DescribeAlarms", "{}");

        var answer = doctor();

        assertFalse(answer.out().contains("REVERT_DRIFT"), answer.out());
        assertTrue(answer.out().contains("First bring the table back"), answer.out());
        Advice.assertSound(answer.out());
    }

    @Test
    void stackThatMayNotBeLookedAtIsOneLine() {
        setUp.account().refuse("cloudformation:DescribeStacks", "AccessDenied");

        assertEquals(new Answer(1, "",
                "clubpost: These AWS credentials may not do cloudformation:DescribeStacks.\n"), doctor());
    }

    @Test
    void credentialsThatAwsDoesNotKnowAreOneLine() {
        setUp.account().refuse("cloudformation:DescribeStacks", "InvalidClientTokenId");

        var answer = doctor();

        assertEquals(1, answer.code());
        assertTrue(answer.err().startsWith("clubpost: AWS does not take these credentials (InvalidClientTokenId)."),
                answer.err());
        assertEquals(1, answer.err().lines().count());
    }

    @Test
    void fixActivatesOurOwnRulesWhenNoneAre() {
        var active = "ses:DescribeActiveReceiptRuleSet";
        setUp.account().answer(active, "").when("ses:SetActiveReceiptRuleSet",
                () -> setUp.account().answer(active, "<Metadata><Name>clubpost-club</Name></Metadata><Rules/>"));

        var answer = doctor("--fix");

        assertTrue(answer.out().contains("       fix: activated the rule set clubpost-club\n"), answer.out());
        assertTrue(answer.out().contains("right  rule set           clubpost-club is active\n"), answer.out());
        assertEquals("clubpost-club", setUp.account().calls("ses:SetActiveReceiptRuleSet").getFirst().fields()
                .get("RuleSetName"));
    }

    @Test
    void withoutFixNothingIsChanged() {
        setUp.account().answer("ses:DescribeActiveReceiptRuleSet", "").when("ses:SetActiveReceiptRuleSet", () -> {
        });

        doctor();

        assertEquals(List.of(), setUp.account().calls("ses:SetActiveReceiptRuleSet"));
    }

    @Test
    void fixNeverTouchesASetOfOthers() {
        setUp.account().answer("ses:DescribeActiveReceiptRuleSet",
                "<Metadata><Name>theirs</Name></Metadata><Rules/>").refuse("cloudformation:CreateStack",
                        "AccessDenied");

        var answer = doctor("--fix");

        assertEquals(1, answer.code());
        assertEquals(List.of(), setUp.account().calls("ses:SetActiveReceiptRuleSet"));
        assertTrue(answer.out().contains("fix: could not be done: These AWS credentials may not do "
                + "cloudformation:CreateStack."), answer.out());
    }

    @Test
    void fixSwitchesOurRuleOnAndLeavesTheRestOfItAsItIs() {
        var active = "ses:DescribeActiveReceiptRuleSet";
        setUp.account().change(active, "<Enabled>true", "<Enabled>false").when("ses:UpdateReceiptRule",
                () -> setUp.account().change(active, "<Enabled>false", "<Enabled>true"));

        var answer = doctor("--fix");

        assertEquals(0, answer.code(), answer.out());
        assertTrue(answer.out().contains("fix: switched the rule club-news on, with its scan\n"), answer.out());
        var sent = setUp.account().calls("ses:UpdateReceiptRule").getFirst().fields();
        assertEquals("clubpost-club", sent.get("RuleSetName"));
        assertEquals("true", sent.get("Rule.Enabled"));
        assertEquals("Require", sent.get("Rule.TlsPolicy"));
        assertEquals("news-bounces@lists.club.example", sent.get("Rule.Recipients.member.4"));
        assertEquals("inbound/news/", sent.get("Rule.Actions.member.1.S3Action.ObjectKeyPrefix"));
    }

    @Test
    void fixMakesTheRuleOfAListThatHasNone() {
        setUp.lists().create(MailingList.create(new ListId("chess"), DOMAIN, "Chess",
                List.of(EmailAddress.of("olga@club.example"))).with(Brand.NONE.withPostalAddress("1 King Street")));
        setUp.account().answer("cloudformation:CreateStack", "<StackId>club-list-chess</StackId>").answer(
                "cloudformation:DescribeStacks club-list-chess",
                RightSetUp.stack("club-list-chess", "CREATE_COMPLETE", ""));

        var answer = doctor("--fix");

        assertTrue(answer.out().contains("fix: made the receipt rule of chess (stack club-list-chess)\n"),
                answer.out());
        var sent = setUp.account().calls("cloudformation:CreateStack").getFirst().fields();
        assertEquals("club-list-chess", sent.get("StackName"));
        assertEquals("chess", sent.get("Parameters.member.2.ParameterValue"));
        assertTrue(sent.getOrDefault("TemplateBody", "").contains("AWS::SES::ReceiptRule"));
    }

    @Test
    void fixHasTheRuleTakeMailToGroups() {
        var news = setUp.lists().find(new ListId("news")).orElseThrow();
        setUp.lists().replace(news, news.with(Groups.NONE.withNamed(List.of(new GroupName("board")))));
        setUp.account().refuse("cloudformation:CreateStack", "AlreadyExistsException")
                .answer("cloudformation:UpdateStack", "<StackId>club-list-news</StackId>")
                .answer("cloudformation:DescribeStacks club-list-news",
                        RightSetUp.stack("club-list-news", "UPDATE_COMPLETE", ""));

        var answer = doctor("--fix");

        assertTrue(answer.out().contains("mail to news-board@lists.club.example, news+board@lists.club.example is "
                + "refused"), answer.out());
        assertTrue(answer.out().contains("fix: made the receipt rule of news (stack club-list-news)\n"), answer.out());
        assertTrue(setUp.account().calls("cloudformation:UpdateStack").getFirst().fields()
                .containsValue("news-board@lists.club.example,news+board@lists.club.example"));
    }

    @Test
    void fixHasSesLookForRecordsAgainOnlyWhenTheyAreThere() {
        setUp.account().change("ses:GetEmailIdentity", "\"Status\":\"SUCCESS\"", "\"Status\":\"FAILED\"")
                .change("ses:GetEmailIdentity", "\"MailFromDomainStatus\":\"SUCCESS\"",
                        "\"MailFromDomainStatus\":\"FAILED\"")
                .answer("ses:VerifyDomainDkim", "<DkimTokens><member>aaa</member></DkimTokens>")
                .answer("ses:PutEmailIdentityMailFromAttributes", "{}");
        setUp.dns().put("bounce." + DOMAIN, RecordType.MX);

        var answer = doctor("--fix");

        assertTrue(answer.out().contains("fix: asked SES to look for the DKIM records again: "
                + "aaa._domainkey.lists.club.example\n"), answer.out());
        assertEquals(List.of(), setUp.account().calls("ses:PutEmailIdentityMailFromAttributes"));

        setUp.dns().put("bounce." + DOMAIN, RecordType.MX, "10 feedback-smtp.eu-central-1.amazonses.com");
        doctor("--fix");

        assertEquals(
                "{\"MailFromDomain\":\"bounce.lists.club.example\",\"BehaviorOnMxFailure\":\"USE_DEFAULT_VALUE\"}",
                setUp.account().calls("ses:PutEmailIdentityMailFromAttributes").getFirst().fields().get("body"));
    }

    @Test
    void fixHasTheLinkToConfirmSentAgain() {
        setUp.account().change("sns:ListSubscriptionsByTopic arn:aws:sns:eu-central-1:111122223333:club-alarms",
                "arn:aws:sns:eu-central-1:111122223333:club-alarms:5b1e", "PendingConfirmation")
                .answer("sns:Subscribe", "<SubscriptionArn>pending confirmation</SubscriptionArn>");

        var answer = doctor("--fix");

        assertEquals(0, answer.code());
        assertTrue(answer.out().contains("fix: asked AWS to send the mail with the link again\n"), answer.out());
        var sent = setUp.account().calls("sns:Subscribe").getFirst().fields();
        assertEquals("olga@club.example", sent.get("Endpoint"));
        assertEquals("email", sent.get("Protocol"));
    }

    @Test
    void stackMustBeNamed() {
        var err = new StringWriter();

        var code = Clubpost.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), "doctor");

        assertEquals(2, code);
        assertTrue(err.toString().contains("--stack NAME"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }
}
