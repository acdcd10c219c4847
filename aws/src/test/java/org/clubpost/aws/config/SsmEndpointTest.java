package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** Where Parameter Store is, as the SDK's own clients find their services. */
class SsmEndpointTest {

    @AutoClose
    private final SystemProperties properties = SystemProperties.ofAnAccount();

    @ParameterizedTest
    @CsvSource({"eu-central-1,https://ssm.eu-central-1.amazonaws.com",
            "cn-north-1,https://ssm.cn-north-1.amazonaws.com.cn"})
    void everyRegionHasItsOwn(String region, URI endpoint) {
        assertEquals(endpoint, SsmParameters.endpoint(Region.of(region)));
    }

    @Test
    void endpointOfAllServicesIsItsOwnToo() {
        properties.with("aws.endpointUrl", "http://127.0.0.1:1");

        assertEquals(URI.create("http://127.0.0.1:1"), SsmParameters.endpoint(Region.EU_CENTRAL_1));
    }

    @Test
    void endpointOfTheServiceStandsBeforeThatOfAll() {
        properties.with("aws.endpointUrl", "http://127.0.0.1:1").with("aws.endpointUrlSsm", "http://127.0.0.1:2");

        assertEquals(URI.create("http://127.0.0.1:2"), SsmParameters.endpoint(Region.EU_CENTRAL_1));
    }
}
