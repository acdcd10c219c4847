package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmParameters;
import org.clubpost.aws.config.SystemProperties;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.moto.MotoBucket;
import org.clubpost.aws.moto.MotoMails;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.aws.ses.SentMail;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.event.Recording;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.stack.Template;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What the functions find of AWS: a table, a bucket, a queue, an account of SES and a parameter of their own in moto's
 * server.
 */
final class Cloud implements AutoCloseable {

    static final String PUBLIC_URL = "https://join.example.org";
    /** What CloudFront shows in {@link Events#http}. */
    static final String EDGE_KEY = "an-edge-key";

    private final InstallationSecrets secrets = InstallationSecrets.generate(new SecureRandom());
    private final MotoServer moto = MotoServer.running();
    private final SystemProperties account = SystemProperties.ofAnAccount().with("aws.endpointUrl",
            moto.endpoint().toString());
    private final MotoTable table = MotoTable.create();
    private final MotoBucket bucket = MotoBucket.create();
    private final MotoQueue queue = MotoQueue.create();
    private final MotoQueue deadLetters = MotoQueue.create();
    private final MotoQueue unreceived = MotoQueue.create();
    private final MotoQueue feedback = MotoQueue.create();
    private final MotoMails mails = MotoMails.from(SampleLists.DOMAIN);
    private final SsmParameters parameters = SsmParameters.open();
    private final String parameter = "/clubpost/" + table.name() + "/secrets";
    private Optional<URI> ses = Optional.empty();
    private Recording recording = Recording.NONE;
    private String eventTopic = "none";

    Cloud() {
        parameters.create(parameter, secrets.text());
    }

    /** The environment of a function: the variables that the template gives it, and where AWS is. */
    Map<String, String> environment(Template.Resource function) {
        var given = Template.map(function.find("Environment", "Variables").orElse(Map.of()));
        var values = Map.ofEntries(Map.entry("CLUBPOST_DEAD_LETTERS_URL", deadLetters.url()),
                Map.entry("CLUBPOST_UNRECEIVED_QUEUE_URL", unreceived.url()), Map.entry("CLUBPOST_TABLE", table.name()),
                Map.entry("CLUBPOST_BUCKET", bucket.name()), Map.entry("CLUBPOST_QUEUE_URL", queue.url()),
                Map.entry("CLUBPOST_PUBLIC_URL", PUBLIC_URL), Map.entry("CLUBPOST_SECRETS_PARAMETER", parameter),
                Map.entry("CLUBPOST_CONFIGURATION_SET", "club"),
                Map.entry("CLUBPOST_OWN_MAILS_CONFIGURATION_SET", "club-own"),
                Map.entry("CLUBPOST_FEEDBACK_QUEUE_URL", feedback.url()), Map.entry("CLUBPOST_WINDOW", "10"),
                Map.entry("CLUBPOST_EDGE_KEY", EDGE_KEY), Map.entry("CLUBPOST_EVENTS", recording.code()),
                Map.entry("CLUBPOST_EVENT_TOPIC", eventTopic),
                Map.entry("CLUBPOST_NOTE_TOPICS", "arn:aws:sns:us-east-1:123456789012:" + table.name() + "-"));
        var environment = new TreeMap<String, String>();
        given.forEach((name, value) -> environment.put(name, values.getOrDefault(name, Template.text(value))));
        environment.replace("CLUBPOST_LISTS", "news");
        environment.replace("CLUBPOST_CONSENT_ATTRIBUTE", "custom:newsletter");
        environment.replace("CLUBPOST_NOTIFY_ATTRIBUTE", "custom:notify");
        environment.replace("CLUBPOST_UNFINISHED_QUEUE_URL", queue.url());
        environment.putAll(moto.environment());
        environment.put("AWS_SESSION_TOKEN", "none");
        // Mails go out by the second API; the rules for what comes in are known to the first alone.
        ses.ifPresent(endpoint -> environment.putAll(Map.of("AWS_ENDPOINT_URL_SES", endpoint.toString(),
                "AWS_ENDPOINT_URL_SESV2", endpoint.toString())));
        return environment;
    }

    DynamoTable table() {
        return table.ports();
    }

    DynamoDbClient dynamoDb() {
        return table.client();
    }

    String tableName() {
        return table.name();
    }

    /** What the keys of people are made with. */
    SecretKey installationSecret() {
        return secrets.installation();
    }

    MailingList create(MailingList list) {
        table().lists().create(list);
        return list;
    }

    /** Makes somebody a member in these groups, under the key that the functions find them by. */
    void join(MailingList list, String address, GroupName... groups) {
        var id = new SubscriberIds(secrets.installation()).of(EmailAddress.of(address));
        table().subscribers().create(SampleSubscribers.aMember(list.id(), SampleSubscribers.aPerson(id, address))
                .in(Set.of(groups)));
    }

    /** What goes at the end of a member's own links. */
    String membershipToken(LinkPurpose purpose, MailingList list, String address) {
        var id = new SubscriberIds(secrets.installation()).of(EmailAddress.of(address));
        return new MembershipTokens(secrets.signing()).sign(new MembershipLink(purpose, list.id(), id));
    }

    /** The token of the first link to that page, in the first mail to that person that has one. */
    String token(String recipient, String page) {
        return token(mailsTo(recipient), page);
    }

    /** The token of the first link to that page in these mails. */
    static String token(List<String> mails, String page) {
        return mails.stream().map(mail -> mail.replace("=\r\n", "").replace("=3D", "="))
                .map(mail -> Pattern.compile(PUBLIC_URL + page + "\\?token=([\\w.~-]+)").matcher(mail))
                .filter(Matcher::find).map(link -> link.group(1)).findFirst().orElseThrow();
    }

    /** The mails that SES took for that person. */
    List<String> mailsTo(String recipient) {
        return mails.sent().stream().filter(mail -> mail.destinations().equals(List.of(recipient)))
                .map(SentMail::submitted).toList();
    }

    Post onlyPost(MailingList list) {
        return table().posts().of(list.id()).findFirst().orElseThrow();
    }

    /** Functions that start from now on find that in SES's place. */
    void sesAt(URI endpoint) {
        ses = Optional.of(endpoint);
    }

    /** Functions that start from now on find SES where everything is. */
    void sesIsBack() {
        ses = Optional.empty();
    }

    /** Functions that start from now on record events, and publish them to that topic. */
    void eventsTo(String topic, Recording wanted) {
        eventTopic = topic;
        recording = wanted;
    }

    /** The name of the bucket. */
    String bucket() {
        return bucket.name();
    }

    /** The text of a parameter. */
    Optional<String> parameter(String name) {
        return parameters.find(name);
    }

    /** Puts what Lambda writes about an event that it gave up into the queue of unreceived mails. */
    void giveUp(String event) {
        unreceived.client()
                .sendMessage(request -> request.queueUrl(unreceived.url()).messageBody(
                        """
                                {"version": "1.0", "timestamp": "2026-11-21T15:48:32.000Z",
                                 "requestContext": {"requestId": "e4b46cbf", "functionArn": "arn:aws:lambda:eu-central-1:1:function:r:live",
                                  "condition": "RetriesExhausted", "approximateInvokeCount": 3},
                                 "requestPayload": %s,
                                 "responseContext": {"statusCode": 200, "executedVersion": "1", "functionError": "Unhandled"},
                                 "responsePayload": {"errorMessage": "1 of 1 mails were not taken in"}}"""
                                .formatted(event)));
    }

    /** The queue of what SES told and what has still to be applied. */
    MotoQueue feedback() {
        return feedback;
    }

    /** How many events in the queue of unreceived mails are to be seen or under way. */
    int unreceived() {
        var attributes = List.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        return unreceived.client()
                .getQueueAttributes(request -> request.queueUrl(unreceived.url()).attributeNames(attributes))
                .attributes()
                .values().stream().mapToInt(Integer::parseInt).sum();
    }

    /** The ranges that there ever were in the queue; one that was there twice is delivered once. */
    List<String> queued() {
        return queue.everything().stream().distinct().toList();
    }

    /** How many messages wait in the queue for their time. */
    int delayed() {
        var delayed = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
        return Integer.parseInt(queue.client()
                .getQueueAttributes(request -> request.queueUrl(queue.url()).attributeNames(delayed)).attributes()
                .get(delayed));
    }

    /** Somebody on a list, under the key that the functions find them by; empty when there is nobody. */
    Optional<Subscriber> find(MailingList list, String address) {
        return table().subscribers()
                .find(list.id(), new SubscriberIds(secrets.installation()).of(EmailAddress.of(address)))
                .map(Stored::subscriber);
    }

    /** Removes the table, as a table that cannot be read. */
    void removeTable() {
        try (var dynamoDb = moto.at(DynamoDbClient.builder()).build()) {
            dynamoDb.deleteTable(request -> request.tableName(table.name()));
        }
    }

    /** Cognito. */
    CognitoIdentityProviderClient cognito() {
        return moto.at(CognitoIdentityProviderClient.builder()).build();
    }

    /** Puts that where SQS puts what it gave up on. */
    void giveUp(List<String> messages) {
        messages.forEach(body -> deadLetters.client()
                .sendMessage(request -> request.queueUrl(deadLetters.url()).messageBody(body)));
    }

    /** The messages that SQS gave up on and that nobody took. */
    List<String> givenUp() {
        return deadLetters.everything();
    }

    List<String> keys(String prefix) {
        try (var keys = bucket.mails().keys(prefix)) {
            return keys.map(MailKey::value).toList();
        }
    }

    void store(String key, String mail) {
        bucket.mails().put(new MailKey(key), MailContent.of(mail.getBytes(ISO_8859_1)));
    }

    /** Removes it all: functions that still run find no table any more. */
    @Override
    public void close() {
        parameters.close();
        queue.close();
        deadLetters.close();
        unreceived.close();
        feedback.close();
        bucket.close();
        table.close();
        account.close();
    }
}
