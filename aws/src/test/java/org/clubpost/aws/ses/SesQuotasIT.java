package org.clubpost.aws.ses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.outbox.SendQuota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

class SesQuotasIT {

    private final SesStub ses = new SesStub(Set.of("lists.example.org"));
    private final SesClient client = SesClient.builder().region(Region.US_EAST_1).endpointOverride(ses.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
    private final SesQuotas quotas = new SesQuotas(client);

    @AfterEach
    void close() {
        client.close();
        ses.close();
    }

    @Test
    void accountHasARateAndADay() {
        ses.quota(14, 50_000);

        assertEquals(new SendQuota(14, 50_000, 0), quotas.current());
    }

    @Test
    void accountMayHaveNoLimitOfADay() {
        ses.quota(200, -1);

        assertEquals(new SendQuota(200, Double.POSITIVE_INFINITY, 0), quotas.current());
    }

    @Test
    void quotaOfASilentProviderIsUnavailable() {
        ses.close();

        assertThrows(UnavailableException.class, quotas::current);
    }
}
