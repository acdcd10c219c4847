package org.clubpost.function.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.resource.Chore.Made;
import org.clubpost.aws.resource.Chore.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

class ActivateRulesIT {

    private static final String OWN = "clubpost-club";
    private static final Properties PROPERTIES = new Properties(Map.of("OwnName", OWN));

    private final ReceivingStub ses = new ReceivingStub();
    private final SesClient client = SesClient.builder().httpClient(UrlConnectionHttpClient.create())
            .region(Region.EU_CENTRAL_1).endpointOverride(ses.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
    private final ActivateRules chore = new ActivateRules(client);

    @AfterEach
    void stop() {
        client.close();
        ses.close();
    }

    private static Made made(String set) {
        return new Made(set, Map.of("RuleSetName", set));
    }

    @Test
    void whereNothingIsActiveASetOfOurOwnIsMadeAndActivated() {
        ses.set("forgotten");

        var first = chore.make(PROPERTIES);
        var second = chore.make(PROPERTIES);

        assertEquals(made(OWN), first);
        assertEquals(first, second);
        assertEquals(Optional.of(OWN), ses.active());
        assertEquals(Map.of("forgotten", List.of(), OWN, List.of()), ses.sets());
    }

    @Test
    void ownSetThatAnEarlierAttemptLeftIsActivated() {
        ses.set(OWN);

        chore.make(PROPERTIES);

        assertEquals(Optional.of(OWN), ses.active());
    }

    @Test
    void activeSetOfSomebodyElseIsUsedAndNotTouched() {
        ses.set("theirs", "support").active("theirs");

        var made = chore.make(PROPERTIES);
        chore.remove(made.id(), PROPERTIES);

        assertEquals(made("theirs"), made);
        assertEquals(Optional.of("theirs"), ses.active());
        assertEquals(Map.of("theirs", List.of("support")), ses.sets());
    }

    @Test
    void lastListTakesOurOwnSetWithIt() {
        var made = chore.make(PROPERTIES);

        chore.remove(made.id(), PROPERTIES);
        chore.remove(made.id(), PROPERTIES);

        assertEquals(Optional.empty(), ses.active());
        assertEquals(Map.of(), ses.sets());
    }

    @Test
    void ownSetStaysWhileThereIsARuleInIt() {
        ses.set(OWN, "club-chess").active(OWN);

        chore.remove(OWN, PROPERTIES);

        assertEquals(Optional.of(OWN), ses.active());
        assertEquals(Map.of(OWN, List.of("club-chess")), ses.sets());
    }

    @Test
    void setThatSomebodyActivatedSinceStaysActive() {
        ses.set(OWN).set("theirs").active("theirs");

        chore.remove(OWN, PROPERTIES);

        assertEquals(Optional.of("theirs"), ses.active());
        assertEquals(Map.of("theirs", List.of()), ses.sets());
    }

    @Test
    void whatWasNeverMadeIsNotRemoved() {
        ses.set(OWN).active(OWN);

        chore.remove("never-made", PROPERTIES);

        assertEquals(Optional.of(OWN), ses.active());
    }
}
