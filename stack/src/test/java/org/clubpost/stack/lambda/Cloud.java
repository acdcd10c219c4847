package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmStub;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.ses.SentMail;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.aws.sqs.SqsStub;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.local.storage.LocalClients;
import org.clubpost.local.storage.LocalStorage;
import org.clubpost.stack.Template;

/**
 * What the functions find of AWS: DynamoDB Local, an S3 endpoint, and stubs of SES, SQS and Parameter Store, all on
 * loopback.
 */
final class Cloud implements AutoCloseable {

    static final String PUBLIC_URL = "https://join.example.org";
    private static final String PARAMETER = "/clubpost/club/secrets";

    private final InstallationSecrets secrets = InstallationSecrets.generate(new SecureRandom());
    private final LocalStorage storage;
    private Optional<URI> receiving = Optional.empty();
    final SesStub ses = new SesStub(Set.of(SampleLists.DOMAIN));
    final SqsStub queue = new SqsStub(InstantSource.system());
    final SsmStub parameters = new SsmStub();

    Cloud(Path folder) {
        try {
            storage = LocalStorage.open(folder.resolve("table"), folder.resolve("bucket"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parameters.put(PARAMETER, secrets.text());
    }

    /** The environment of a function: the variables that the template gives it, and where AWS is. */
    Map<String, String> environment(Template.Resource function) {
        var given = Template.map(function.find("Environment", "Variables").orElse(Map.of()));
        var values = Map.of("CLUBPOST_STACK", "club", "CLUBPOST_TABLE", LocalClients.TABLE, "CLUBPOST_BUCKET",
                LocalClients.BUCKET, "CLUBPOST_QUEUE_URL", queue.queueUrl(), "CLUBPOST_PUBLIC_URL", PUBLIC_URL,
                "CLUBPOST_SECRETS_PARAMETER", PARAMETER, "CLUBPOST_CONFIGURATION_SET", "club", "CLUBPOST_WINDOW", "10");
        var environment = new TreeMap<String, String>();
        given.forEach((name, value) -> environment.put(name, values.getOrDefault(name, Template.text(value))));
        environment.putAll(endpoints());
        return environment;
    }

    private Map<String, String> endpoints() {
        var endpoints = new HashMap<String, String>();
        endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", storage.tableEndpoint().toString());
        endpoints.put("AWS_ENDPOINT_URL_S3", storage.bucketEndpoint().toString());
        endpoints.put("AWS_ENDPOINT_URL_SES", receiving.orElseGet(ses::endpoint).toString());
        endpoints.put("AWS_ENDPOINT_URL_SQS", queue.endpoint().toString());
        endpoints.put("AWS_ENDPOINT_URL_SSM", parameters.endpoint().toString());
        endpoints.put("AWS_REGION", "eu-central-1");
        endpoints.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        endpoints.put("AWS_SECRET_ACCESS_KEY", "none");
        endpoints.put("AWS_SESSION_TOKEN", "none");
        return endpoints;
    }

    DynamoTable table() {
        return storage.table();
    }

    MailingList create(MailingList list) {
        table().lists().create(list);
        return list;
    }

    /** Makes somebody a member, under the key that the functions find them by. */
    void join(MailingList list, String address) {
        var id = new SubscriberIds(secrets.installation()).of(EmailAddress.of(address));
        table().subscribers().create(SampleSubscribers.aMember(list.id(), SampleSubscribers.aPerson(id, address)));
    }

    /** What goes at the end of a member's own links. */
    String membershipToken(LinkPurpose purpose, MailingList list, String address) {
        var id = new SubscriberIds(secrets.installation()).of(EmailAddress.of(address));
        return new MembershipTokens(secrets.signing()).sign(new MembershipLink(purpose, list.id(), id));
    }

    /** The token of the first link to that page, in the first mail to that person that has one. */
    String token(String recipient, String page) {
        return mailsTo(recipient).stream().map(mail -> mail.replace("=\r\n", "").replace("=3D", "="))
                .map(mail -> Pattern.compile(PUBLIC_URL + page + "\\?token=([\\w.~-]+)").matcher(mail))
                .filter(Matcher::find).map(link -> link.group(1)).findFirst().orElseThrow();
    }

    /** The mails that SES took for that person. */
    List<String> mailsTo(String recipient) {
        return ses.sent().stream().filter(mail -> mail.destinations().equals(List.of(recipient)))
                .map(SentMail::submitted).toList();
    }

    Post onlyPost(MailingList list) {
        return table().posts().of(list.id()).findFirst().orElseThrow();
    }

    /** From now on functions find that in SES's place, which knows of receipt rules. */
    void receiving(URI endpoint) {
        receiving = Optional.of(endpoint);
    }

    List<String> keys(String prefix) {
        try (var keys = storage.mails().keys(prefix)) {
            return keys.map(MailKey::value).toList();
        }
    }

    void store(String key, String mail) {
        storage.mails().put(new MailKey(key), MailContent.of(mail.getBytes(ISO_8859_1)));
    }

    @Override
    public void close() throws IOException {
        parameters.close();
        queue.close();
        ses.close();
        storage.close();
    }
}
