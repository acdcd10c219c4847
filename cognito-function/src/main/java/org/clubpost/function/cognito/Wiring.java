package org.clubpost.function.cognito;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.aws.resource.Chore;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscription.Admit;
import org.clubpost.core.subscription.JoinByAccount;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.AccountTexts;
import org.clubpost.site.Site;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Makes what these functions consist of. A missing part is named when what needs it is asked for. */
final class Wiring {

    /** Cognito waits five seconds for all that a trigger does, its start included. */
    static final InTime DECIDE = new InTime(Duration.ofSeconds(3));
    /** After it comes {@link #QUEUE}. */
    static final InTime WELCOME = new InTime(Duration.ofSeconds(3));
    /** For the message that takes the place of what was not done. */
    static final InTime QUEUE = new InTime(Duration.ofSeconds(1));

    private static final Duration COGNITO_ANSWERS_WITHIN = Duration.ofSeconds(10);
    /** Nobody has it (RFC 2606 section 2). */
    private static final EmailAddress NOBODY = EmailAddress.of("nobody@clubpost.invalid");

    private final FunctionParts parts;
    private final Environment environment;

    Wiring(FunctionParts parts, Environment environment) {
        this.parts = parts;
        this.environment = environment;
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        var environment = Environment.ofProcess();
        return new Wiring(CloudParts.forVisitors(environment), environment);
    }

    /** The chore of the custom resource that attaches the triggers to a pool. */
    static Map<String, Chore> chores() {
        return Map.of("Custom::PoolTriggers", new AttachTriggers(cognito()));
    }

    private static CognitoIdentityProviderClient cognito() {
        return CognitoIdentityProviderClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(COGNITO_ANSWERS_WITHIN)).build();
    }

    List<ListId> lists() {
        return environment.lists();
    }

    Admit admit() {
        return new Admit(parts.database().lists());
    }

    Welcome welcome() {
        var database = parts.database();
        var notices = new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random());
        var subscribe = new Subscribe(database.lists(), database.rateLimits(), database.signUpRequests(), parts.ids());
        return new Welcome(admit(),
                new JoinByAccount(database.subscribers(), database.rateLimits(), notices, parts.owners(notices),
                        parts.ids(), parts.links(), subscribe),
                pools(), lists(), new Wishes(environment.consentAttribute(), environment.notifyAttribute()));
    }

    UserPools pools() {
        return new CognitoUserPools(cognito());
    }

    UnfinishedQueue queue() {
        return new SqsUnfinishedQueue(AwsClients.sqs(), environment.unfinishedQueueUrl());
    }

    InstantSource clock() {
        return parts.clock();
    }

    static AccountTexts texts() {
        return new AccountTexts(Site.load());
    }

    /** Reads the lists once when Lambda is about to take a snapshot, so that whatever that needs is in the snapshot. */
    void prime(Admit admit, List<ListId> lists) {
        if (environment.isForSnapshot()) {
            try {
                admit.admit(lists, NOBODY);
            } catch (UnavailableException slowerThen) {
                // The first event does it.
            }
        }
    }
}
