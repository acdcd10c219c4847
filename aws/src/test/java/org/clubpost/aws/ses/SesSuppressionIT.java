package org.clubpost.aws.ses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

class SesSuppressionIT {

    private static final EmailAddress ANNA = EmailAddress.of("Anna.Muller@example.org");

    private final SesStub ses = new SesStub(Set.of("lists.example.org"));
    private final SesV2Client client = SesV2Client.builder().region(Region.US_EAST_1).endpointOverride(ses.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
    private final SesSuppression suppression = new SesSuppression(client);

    @AfterEach
    void close() {
        client.close();
        ses.close();
    }

    @Test
    void addressIsTakenOffAsWrittenAndInLowerCase() {
        ses.suppress(ANNA.ascii());
        ses.suppress(ANNA.compared());
        ses.suppress("bert@example.org");
        suppression.remove(ANNA);
        suppression.remove(ANNA);
        assertEquals(Set.of("bert@example.org"), ses.suppressed());
    }

    @Test
    void silenceOfTheProviderIsUnavailable() {
        ses.close();
        assertThrows(UnavailableException.class, () -> suppression.remove(ANNA));
    }
}
