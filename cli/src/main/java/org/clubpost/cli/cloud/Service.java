package org.clubpost.cli.cloud;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;

/**
 * A service of AWS that {@link SignedCalls} speaks to: its host, the name that signatures are made for, and the version
 * of its API.
 */
public enum Service {

    /** CloudFormation, query protocol. */
    CLOUD_FORMATION("CloudFormation", "cloudformation", "cloudformation", "2010-05-15"),
    /** CloudWatch, query protocol. */
    CLOUD_WATCH("CloudWatch", "monitoring", "monitoring", "2010-08-01"),
    /** SNS, query protocol. */
    SNS("Sns", "sns", "sns", "2010-03-31"),
    /** SES, API version 2, JSON over REST. */
    SES_V2("SesV2", "email", "ses", ""),
    /** Lambda, JSON over REST. */
    LAMBDA("Lambda", "lambda", "lambda", "");

    private final String id;
    private final String host;
    private final String signingName;
    private final String version;

    Service(String id, String host, String signingName, String version) {
        this.id = id;
        this.host = host;
        this.signingName = signingName;
        this.version = version;
    }

    /** What signatures are made for; also how its permissions begin, except for CloudWatch. */
    String signingName() {
        return signingName;
    }

    /** The version of its API that a query names. */
    String version() {
        return version;
    }

    /** How its permissions begin, such as {@code ses}. */
    String permissions() {
        return this == CLOUD_WATCH ? "cloudwatch" : signingName;
    }

    /**
     * Where it is. As with the SDK's own clients, the system properties {@code aws.endpointUrlSns} and {@code
     * aws.endpointUrl} and the environment variables {@code AWS_ENDPOINT_URL_SNS} and {@code AWS_ENDPOINT_URL} name
     * another place, in this order.
     */
    URI endpoint(Region region) {
        return Stream.of(Optional.ofNullable(System.getProperty("aws.endpointUrl" + id)),
                Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_" + id.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(System.getProperty("aws.endpointUrl")),
                Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")))
                .flatMap(Optional::stream).findFirst().map(URI::create).orElseGet(() -> usual(region));
    }

    private URI usual(Region region) {
        var suffix = Optional.ofNullable(region.metadata()).map(known -> known.partition().dnsSuffix())
                .orElse("amazonaws.com");
        return URI.create("https://" + host + "." + region.id() + "." + suffix);
    }
}
